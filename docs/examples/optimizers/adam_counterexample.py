import numpy as np
from dlnotes.optimizers import SGD, Adam

C, b2 = 4.0, 1 / 17
rules = {"SGD": SGD(0.1)}
for name, amsgrad in (("Adam", False), ("AMSGrad", True)):
    rules[name] = Adam(0.1, 0.0, b2, amsgrad=amsgrad)
ends = []

for name, rule in rules.items():
    x = np.zeros(1)
    for t in range(1, 3001):
        rule.learning_rate = 0.1 / t**0.5
        g = C if t % 3 == 1 else -1.0
        rule.update([x], [np.array([g])])
        np.clip(x, -1.0, 1.0, out=x)
    ends.append(x[0])
    print(f"{name:8} x = {x[0]:.4f}")

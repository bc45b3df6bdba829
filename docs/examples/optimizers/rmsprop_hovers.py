import numpy as np
from dlnotes.optimizers import SGD, RMSprop

ends = []
for rule in (SGD(0.1), RMSprop(0.1), RMSprop(0.01)):
    w, path = np.array([5.0]), []
    for _ in range(3000):
        rule.update([w], [w.copy()])
        path.append(abs(w[0]))
    ends.append(max(path[-100:]))
    name = f"{type(rule).__name__} {rule.learning_rate}"
    print(f"{name:13} farthest {ends[-1]:.6f}")

import numpy as np
from dlnotes import optimizers

names = ["SGD", "Momentum", "Adagrad", "RMSprop", "Adam"]
numbers = []

for name in names:
    rule = getattr(optimizers, name)()
    w = np.zeros(1000)
    rule.update([w], [np.ones(1000)])
    numbers.append(rule.state_bytes // w.nbytes)
    print(f"{name:9} {numbers[-1]} numbers for each weight")

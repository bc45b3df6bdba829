import numpy as np
from dlnotes.gradient_check import central_difference
from dlnotes.losses import categorical_crossentropy
from dlnotes.losses import categorical_crossentropy_gradient

z = np.array([1.0, 2.0, 3.0])
targets = [[0.0, 0.0, 1.0], [0.7, 0.2, 0.1]]


def measure(t):
    return central_difference(
        lambda x: categorical_crossentropy([t], [x], True), z)


derived = [categorical_crossentropy_gradient([t], [z], True)[0]
           for t in targets]
measured = [measure(t) for t in targets]
for t, *rows in zip(targets, derived, measured):
    print(f"t = {t}")
    for name, row in zip(["s - t", "measured"], rows):
        print(f"  {name:8}", " ".join(f"{v:9.6f}" for v in row))

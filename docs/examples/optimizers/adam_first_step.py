import numpy as np
from dlnotes.optimizers import Adam

g = np.array([1e4, -1.0, 1e-4, 1e-8, -1e-10])
steps = []

for hat in (False, True):
    w = np.zeros(5)
    Adam(1.0, epsilon=1e-8, epsilon_hat=hat).update([w], [g])
    steps.append(w)
    print("".join(f"{step:10.6f}" for step in w))
paper, folded = steps

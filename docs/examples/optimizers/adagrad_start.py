import numpy as np
from dlnotes.optimizers import Adagrad

starts, gradients = [0.0, 0.1, 1.0], [0.01, 0.1, 1.0, 10.0]
first = np.zeros((4, 3))

for i, g in enumerate(gradients):
    for j, start in enumerate(starts):
        w = np.array([0.0])
        optimizer = Adagrad(1.0, start, epsilon=1e-20)
        optimizer.update([w], [np.array([-g])])
        first[i, j] = w[0]
    cells = "  ".join(f"{step:.4f}" for step in first[i])
    print(f"gradient {g:5.2f}   first step {cells}")

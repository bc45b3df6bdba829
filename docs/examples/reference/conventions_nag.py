import numpy as np
from dlnotes.optimizers import NAG

eta, mu, steps = 0.1, 0.9, 4
w, optimizer = np.array([1.0]), NAG(eta, mu)
theta, u = 1.0, 0.0
rows = []
for _ in range(steps):
    optimizer.update([w], [w.copy()])
    u = mu * u - eta * (theta + mu * u)
    theta = theta + u
    v = optimizer.state("velocity")[0]
    rows.append((w[0], (w - mu * v)[0], theta))

for row in rows:
    print("w {:.6f}  w - mu v {:.6f}  paper {:.6f}".format(*row))
ahead, back, paper = rows[-1]

import numpy as np


def centered(w, s, m, g, rate=0.001, rho=0.9, epsilon=1e-7):
    s = rho * s + (1 - rho) * g**2
    m = rho * m + (1 - rho) * g
    w = w - rate * g / np.sqrt(s - m**2 + epsilon)
    return w, s, m


steps = []
for gradients in (np.ones(60), np.resize([3.0, -1.0], 60)):
    w, s, m, row = 0.0, 0.0, 0.0, []
    for g in gradients:
        before = w
        w, s, m = centered(w, s, m, g, rate=0.1)
        row.append(abs(w - before))
    steps.append([row[t - 1] for t in (1, 2, 10, 30, 60)])
    print("".join(f"{step:10.4f}" for step in steps[-1]))
equal, turning = steps

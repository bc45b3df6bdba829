import numpy as np


def update(name, w, g, m, s, t, rate=0.1, beta=0.75, rho=0.75):
    share = 1 - beta if name == "Adam" else 1
    m = beta * m + share * g
    s = s + g**2 if name == "Adagrad" else rho * s + (1 - rho) * g**2
    steps = {"SGD": g, "Momentum": m, "NAG": beta * m + g}
    steps["Adagrad"] = steps["RMSprop"] = g / np.sqrt(s)
    steps["Adam"] = m / (1 - beta**t) / np.sqrt(s / (1 - rho**t))
    return w - rate * steps[name], m, s


ends = []
for name in ("SGD", "Momentum", "NAG", "Adagrad", "RMSprop", "Adam"):
    w, m, s, path = 1.0, 0.0, 0.0, []
    for t, g in enumerate((3.0, 4.0), start=1):
        w, m, s = update(name, w, g, m, s, t)
        path.append(w)
    ends.append(path)
    print(f"{name:8}  {path[0]:6.3f}  {path[1]:6.3f}")

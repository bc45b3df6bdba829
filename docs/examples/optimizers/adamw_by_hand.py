import numpy as np


def adamw(w, m, v, g, t, rate=0.001, decay=0.004, eps=1e-8):
    w = w - rate * decay * w
    m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
    m_hat, v_hat = m / (1 - 0.9**t), v / (1 - 0.999**t)
    return w - rate * m_hat / (np.sqrt(v_hat) + eps), m, v


w, m, v, path = 1.0, 0.0, 0.0, []
for t in range(1, 4):
    w, m, v = adamw(w, m, v, 0.0, t, rate=0.1, decay=0.5)
    path.append(w)
    print(f"w = {w:.6f}")

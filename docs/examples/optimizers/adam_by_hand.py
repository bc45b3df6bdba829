import numpy as np


def adam(w, m, v, g, t, rate=0.001, b1=0.9, b2=0.999, eps=1e-8):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    w = w - rate * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


w, m, v, rows = 1.0, 0.0, 0.0, []
for t, g in enumerate((2.0, 1.0, -3.0), start=1):
    w, m, v = adam(w, m, v, g, t, rate=0.1, b1=0.5, b2=0.75)
    rows.append((m, v, w))
    print(f"m = {m:.4f}  v = {v:.4f}  w = {w:.4f}")

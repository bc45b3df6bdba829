import numpy as np

p = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
s = np.array([-1, -1, -1, 1])
by_hand = np.array([1.0, 1.0, -1.5])
u = by_hand / np.linalg.norm(by_hand)
gamma = np.min(s * (p @ u))
R = np.max(np.linalg.norm(p, axis=1))

v, rows = np.zeros(3), []
for pi, si in zip(np.tile(p, (6, 1)), np.tile(s, 6)):
    if (v @ pi > 0) != (si > 0):
        v = v + si * pi
        k = len(rows) + 1
        rows.append((k * gamma, u @ v, np.linalg.norm(v), k**0.5 * R))

for k, (low, along, length, high) in enumerate(rows, start=1):
    print(f"k = {k:2}   {low:.3f} {along:.3f} {length:.3f} {high:.3f}")
bound = (R / gamma) ** 2
print(f"at most {bound:.0f} mistakes")

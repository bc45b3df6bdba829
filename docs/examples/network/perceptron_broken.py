import numpy as np

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([0, 0, 0, 1])
w, b, wrong = np.zeros(2), 0.0, []

for _ in range(6):
    wrong.append(0)
    for xi, ti in zip(x, t):
        y = float(w @ xi + b > 0)
        w = w + (y - ti) * xi
        b = b + (y - ti)
        wrong[-1] += int(y != ti)

print(f"mistakes in each epoch: {wrong}")
print(f"w = ({w[0]:.0f}, {w[1]:.0f})   b = {b:.0f}")

import numpy as np

rates = [0.1] * 100 + [0.01] * 100
inside, outside = [], []
v = q = 0.0

for rate in rates:
    v = 0.9 * v - rate * 1.0
    inside.append(v)
    q = 0.9 * q + 1.0
    outside.append(-rate * q)

places = {"before": 99, "next": 100, "tenth": 109, "last": 199}
for name, at in places.items():
    steps = f"inside {inside[at]:.3f}   outside {outside[at]:.3f}"
    print(f"{name:7} {steps}")
extra = np.sum(outside[100:]) - np.sum(inside[100:])
print(f"inside went {extra:.2f} further")

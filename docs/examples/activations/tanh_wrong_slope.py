import numpy as np

z = np.array([0.5, 1.5, 3.0])
y = np.tanh(z)
wrong = 1 - z**2
right = 1 - y**2

for zi, wi, ri in zip(z, wrong, right):
    print(f"z = {zi:.1f}   wrong {wi:9.6f}   right {ri:.6f}")

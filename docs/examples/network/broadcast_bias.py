import numpy as np

X = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [2.0, 1.0]])
W = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]])
b = np.array([10.0, 20.0, 30.0])

Z = X @ W.T + b
by_loop = np.zeros((4, 3))
for i in range(4):
    for j in range(3):
        by_loop[i, j] = sum(X[i, k] * W[j, k] for k in range(2)) + b[j]

print(f"X W^T: {(X @ W.T).shape}   b: {b.shape}   Z: {Z.shape}")
for row in Z:
    print(f"{row[0]:.0f}  {row[1]:.0f}  {row[2]:.0f}")
print(f"equal to the loop: {np.array_equal(Z, by_loop)}")

import numpy as np

W = np.array([[1.0, 0.5], [-1.0, 0.25], [0.5, 1.0]])
b = np.array([0.0, 0.5, -0.25])
X = np.array([[2.0, 3.0], [0.0, -1.0], [1.0, 1.0], [4.0, 0.0]])

one_by_one = np.array([W @ x + b for x in X])
Z = X @ W.T + b

print(f"X: {X.shape}   W^T: {W.T.shape}   Z: {Z.shape}")
for row in Z:
    print(f"{row[0]:5.2f}  {row[1]:5.2f}  {row[2]:5.2f}")
print(f"equal to one by one: {np.array_equal(Z, one_by_one)}")

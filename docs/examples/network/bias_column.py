import numpy as np

W = np.array([[1.0, 0.5], [-1.0, 0.25], [0.5, 1.0]])
b = np.array([0.0, 0.5, -0.25])
X = np.array([[2.0, 3.0], [0.0, -1.0], [1.0, 1.0]])

column = b.reshape(3, 1)
right = X @ W.T + b
wrong = X @ W.T + column

print(f"right: {right[0]}")
print(f"wrong: {wrong[0]}   column: {column.shape}")

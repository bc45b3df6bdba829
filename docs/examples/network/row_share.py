import numpy as np

A = np.array([[1.0, 3.0], [6.0, 2.0]])
wrong = A / A.sum(axis=1)
right = A / A.sum(axis=1, keepdims=True)

print(f"wrong: {wrong[0]}   {wrong[1]}")
print(f"right: {right[0]}   {right[1]}")

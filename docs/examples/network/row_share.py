import numpy as np

A = np.array([[1.0, 3.0], [6.0, 2.0]])
sums = A.sum(axis=1)
wrong = A / sums
right = A / A.sum(axis=1, keepdims=True)
total = right[0].sum()

print(f"wrong: {wrong[0]}   {wrong[1]}")
print(f"right: {right[0]}   {right[1]}   sum of a row: {total}")

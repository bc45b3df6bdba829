import numpy as np

A = np.array([[0, 1, 2], [3, 4, 5]])
turned = A.T
row, copied = A.reshape(-1), turned.reshape(-1)
turned[2, 0] = 50

print(f"A[0, 2] = {A[0, 2]}")
print(f"row[2] = {row[2]}   copied[4] = {copied[4]}")
for name, part in (("A.T", turned), ("row", row), ("copied", copied)):
    print(f"{name} shares the memory of A: {np.shares_memory(A, part)}")

import numpy as np

A = np.array([[0, 1, 2], [3, 4, 5]])
v = np.array([1, 2, 3])
reshaped, turned = A.reshape(3, 2), A.T
guessed = A.reshape(3, -1)

for left, right in zip(reshaped, turned):
    print(f"reshape(3, 2): {left}   A.T: {right}")
print(f"reshape(3, -1): {guessed.shape}   v.T: {v.T.shape}")

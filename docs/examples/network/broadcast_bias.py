import numpy as np

x = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [2.0, 1.0]])  # (samples, inputs)
W = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]])  # (units, inputs)
b = np.array([10.0, 20.0, 30.0])  # (units,)

z = x @ W.T + b
by_loop = np.array([[sum(x[i, k] * W[j, k] for k in range(2)) + b[j] for j in range(3)] for i in range(4)])

print(f"x W^T: {(x @ W.T).shape}   b: {b.shape}   z: {z.shape}")
for row in z:
    print(f"{row[0]:.0f}  {row[1]:.0f}  {row[2]:.0f}")
print(f"equal to the loop: {np.array_equal(z, by_loop)}")

import numpy as np

A = np.array([[1, 2], [3, 4]])
B = np.array([[5, 0], [-1, 2]])
by_element, by_matrix = A * B, A @ B

for i in range(2):
    print(f"A * B: {by_element[i]}   A @ B: {by_matrix[i]}")

import numpy as np

scalar, vector = np.array(3.5), np.array([1.0, 2.0, 3.0])
matrix = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
gray = np.zeros((32, 28, 28), dtype=np.uint8)  # (samples, height, width)
color = np.zeros((32, 28, 28, 3), dtype=np.uint8)  # (samples, height, width, colors)
tensors = {"scalar": scalar, "vector": vector, "matrix": matrix, "gray images": gray, "color images": color}

for name, tensor in tensors.items():
    print(f"{name:12}   rank = {tensor.ndim}   shape = {tensor.shape}   elements = {tensor.size}   {tensor.dtype}")

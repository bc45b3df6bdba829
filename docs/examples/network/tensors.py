import numpy as np

scalar = np.array(3.5)
vector = np.array([1.0, 2.0, 3.0])
matrix = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
gray = np.zeros((32, 28, 28), dtype=np.uint8)
color = np.zeros((32, 28, 28, 3), dtype=np.uint8)
tensors = {"scalar": scalar, "vector": vector, "matrix": matrix}
tensors |= {"gray images": gray, "color images": color}

for name, tensor in tensors.items():
    print(f"{name:12}   rank = {tensor.ndim}   shape = {tensor.shape}")
    print(f"               {tensor.size} elements, {tensor.dtype}")

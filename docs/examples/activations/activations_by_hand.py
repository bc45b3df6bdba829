import numpy as np

functions = {
    "identity": lambda z: z,
    "step": lambda z: np.where(z > 0, 1.0, 0.0),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(0, z),
    "leaky_relu": lambda z: np.where(z > 0, z, 0.01 * z)}
for name, f in functions.items():
    print(f"{name:10} {f(-2.0):8.4f} {f(2.0):8.4f}")

import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(20, 5))
W, b = rng.normal(size=(10, 5)), np.zeros(10)
Z = X @ W.T + b
parameters = W.size + b.size
print(f"{X.shape} -> {Z.shape}   parameters = {parameters}")

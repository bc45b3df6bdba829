import numpy as np

rng = np.random.default_rng(0)
W, x = rng.normal(size=(3, 4)), rng.normal(size=4)
v = rng.normal(size=3)


def layer(x):
    return np.tanh(W @ x)


slope = 1 - layer(x) ** 2
jacobian = slope[:, np.newaxis] * W
by_matrix = v @ jacobian
by_product = W.T @ (v * slope)
print(f"Jacobian {jacobian.shape}, v {v.shape}, v J {by_product.shape}")
print(f"with the matrix    {by_matrix.round(6)}")
print(f"without the matrix {by_product.round(6)}")

import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(100, 2))
t = (x[:, 0] + 2 * x[:, 1] > 0.5) * 1.0
w, b = rng.normal(scale=0.1, size=2), 0.0
losses = []
for _ in range(200):
    z = x @ w + b
    y = 1 / (1 + np.exp(-z))
    losses.append(-np.mean(t * np.log(y) + (1 - t) * np.log(1 - y)))
    delta = (y - t) / len(t)
    w = w - 1.0 * delta @ x
    b = b - 1.0 * delta.sum()
print(f"first loss {losses[0]:.6f}, last loss {losses[-1]:.6f}")

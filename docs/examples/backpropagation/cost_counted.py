import numpy as np


def product(a, b):
    spent.append(a.shape[0] * a.shape[1] * b.shape[1])
    return a @ b


weights, passes, x = [], [], np.linspace(-1, 1, 8)[:, None]
for width in (2, 4, 8, 16, 32, 64):
    rng, spent = np.random.default_rng(0), []
    W, V = rng.normal(size=(width, 8)), rng.normal(size=(4, width))
    h = np.tanh(product(W, x))
    y, once = product(V, h), sum(spent)
    delta = product(V.T, y) * (1 - h**2)
    gradients = product(delta, x.T), product(y, h.T)
    backprop, spent = sum(spent) / once, []
    for _ in range(2 * (W.size + V.size)):
        product(V, np.tanh(product(W, x)))
    weights.append(W.size + V.size)
    passes.append([backprop, sum(spent) / once])
    print(f"{weights[-1]} weights: {backprop:.2f}, {passes[-1][1]:.0f}")
slopes = np.abs(np.polyfit(weights, passes, 1)[0])
print(f"more for each weight: {slopes[0]:.2f}, {slopes[1]:.2f}")

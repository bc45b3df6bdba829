import numpy as np
import torch

rng, r = np.random.default_rng(0), np.sqrt(6 / 64)
x, y_true = (torch.tensor(rng.normal(size=32)) for _ in range(2))
weights = [rng.uniform(-r, r, size=(32, 32)) for _ in range(11)]

a, sums = x, []
for w in weights:
    z = torch.tensor(w, requires_grad=True) @ a
    z.retain_grad()
    sums.append(z)
    a = torch.sigmoid(z)

error = ((z - y_true) ** 2).sum() / 2
error.backward()
for layer in (1, 4, 7, 10):
    norm = sums[layer - 1].grad.norm().item()
    shown = np.format_float_positional(norm, 4, fractional=False)
    print(f"layer {layer:2}: {shown}")

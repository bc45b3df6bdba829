import numpy as np


def cost(sizes):
    layers = np.array(sizes[1:]) * np.array(sizes[:-1])
    weights = layers.sum()
    forward = weights
    backward = weights + weights - layers[0]
    differences = 2 * weights * forward
    return forward, forward + backward, differences


small = cost([2, 2, 2])
large = cost([64, 32, 10])

for name, counts in {"2-2-2": small, "64-32-10": large}.items():
    print(name, " ".join(f"{count:,}" for count in counts))

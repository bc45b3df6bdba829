import numpy as np
from dlnotes.activations import relu_derivative, step_derivative
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

z = np.array([-1.0, -0.0, 0.0, 1e-300, 1.0])
relu_slopes, step_slopes = relu_derivative(z), step_derivative(z)
print(f"slopes of ReLU {relu_slopes}, of the step {step_slopes}")

seeds, largest = range(20), {"step": [], "relu": []}
for name, found in largest.items():
    for seed in seeds:
        rng = np.random.default_rng(seed)
        x, t = rng.normal(size=(32, 3)), rng.normal(size=(32, 1))
        network = Network.from_sizes([3, 8, 1], rng, name)
        trace = backpropagate(network, x, t, "mean_squared_error")
        found.append(np.abs(trace.gradients[0]).max())
    low, middle, high = np.quantile(found, [0, 0.5, 1])
    print(f"{name}: {middle:.3f}, {low:.3f} to {high:.3f}")
median = np.median(list(largest.values()), axis=1)

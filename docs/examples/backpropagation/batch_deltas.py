import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

rng = np.random.default_rng(0)
network = Network.from_sizes([3, 4, 2], rng, "tanh", "sigmoid")
X, T = rng.normal(size=(5, 3)), rng.uniform(size=(5, 2))
LOSS = "half_sum_squared_error"
batch = backpropagate(network, X, T, LOSS)
single = [backpropagate(network, x, t, LOSS) for x, t in zip(X, T)]
for n, layer in enumerate(batch.layers):
    D, A = layer.delta, layer.inputs
    added = sum(trace.layers[n].weights_gradient for trace in single)
    print(f"layer {n + 1}: D {D.shape}, A {A.shape}, W {added.shape}")
    print(f"product equals sum: {np.allclose(D.T @ A, added)}")
mean = backpropagate(network, X, T, "mean_squared_error")
ratio = batch.gradients[0][0, 0] / mean.gradients[0][0, 0]
print(f"half the sum over the mean: {ratio:.4f}")

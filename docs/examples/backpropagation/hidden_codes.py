import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network
from dlnotes.optimizers import SGD

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
target = np.array([[0], [1], [1], [0]])
solved, codes = 0, set()
for seed in range(20):
    rng = np.random.default_rng(seed)
    network = Network.from_sizes([2, 4, 1], rng, "tanh", "sigmoid")
    for _ in range(500):
        trace = backpropagate(network, x, target, "binary_crossentropy")
        SGD(1.0).update(network.parameters, trace.gradients)
    solved += np.array_equal(network(x) > 0.5, target > 0.5)
    neurons = (network.layers[0](x) > 0).T.astype(int)
    codes.add(tuple(sorted(map(tuple, neurons.tolist()))))

print(f"networks that answer XOR: {solved} of 20")
print(f"different hidden layers: {len(codes)}")

import numpy as np
from dlnotes.activations import sigmoid_derivative

layers = np.arange(1, 11)
bound = sigmoid_derivative(0.0) ** layers

for n, b in zip(layers, bound):
    print(f"{n:2} layers: at most {b:.10f}")

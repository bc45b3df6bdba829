import numpy as np
from dlnotes.network import Dense

x = np.array([2.0, 1.0])
weights, bias = np.array([[0.5, -1.5]]), np.array([-0.1])
smooth, bent = ["sigmoid", "tanh"], ["relu", "leaky_relu"]
outputs = {}
for name in ["identity", "step", *smooth, *bent]:
    neuron = Dense(weights, bias, activation=name)
    z = neuron.weighted_sum(x)[0]
    outputs[name] = neuron(x)[0]

print(f"weighted sum z = {z:.1f}")
for name, output in outputs.items():
    print(f"{name:10} {output:9.6f}")

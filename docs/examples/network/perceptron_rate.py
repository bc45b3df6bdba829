from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

x, target = logic_gate("and")
found = {}
for rate in (1.0, 0.5, 4.0):
    unit, epochs = Perceptron(weights=[0.0, 0.0], bias=0.0), 1
    while unit.learn(x, target, learning_rate=rate):
        epochs += 1
    w1, w2 = unit.weights
    found[rate] = [epochs, w1, w2, unit.bias]
    print(f"learning rate {rate}   epochs = {epochs}   w = ({w1:.1f}, {w2:.1f})   b = {unit.bias:.1f}")

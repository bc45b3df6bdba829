from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network

HALF, BCE = "half_sum_squared_error", "binary_crossentropy"
pairs = [("identity", HALF), ("tanh", HALF)]
pairs += [("sigmoid", HALF), ("sigmoid", BCE)]
y, delta = [], []
for activation, loss in pairs:
    neuron = Network([Dense([[-4.0]], activation=activation)])
    trace = backpropagate(neuron, [1.0], [1.0], loss)
    y.append(trace.y_pred[0])
    delta.append(trace.layers[0].delta[0])
    name = f"{activation}, {loss}:"
    print(f"{name:33} y = {y[-1]:9.6f}, delta = {delta[-1]:9.6f}")

import numpy as np
from dlnotes.network import Dense, Network

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
hidden = Dense([[1, 1], [1, 1]], bias=[0, -1], activation="relu")
output = Dense([[1, -2]], bias=[0])
y = Network([hidden, output])(x)[:, 0]

flat = Dense(hidden.weights, hidden.bias, activation="identity")
y_flat = Network([flat, output])(x)[:, 0]

for (x1, x2), h, yi, yf in zip(x, hidden(x), y, y_flat):
    print(f"x = ({x1}, {x2})   h = ({h[0]:.0f}, {h[1]:.0f})"
          f"   y = {yi:.0f}   without ReLU: {yf:.0f}")

import numpy as np
from dlnotes.network import Dense, Network

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
hidden = Dense([[1, 1], [1, 1]], bias=[0, -1], activation="relu")
bias = 1
output = Dense([[-1, 2]], bias=[bias])
y = Network([hidden, output])(x)[:, 0]

assert np.array_equal(y, [1, 0, 0, 1])
print(f"y = {y[0]:.0f}  {y[1]:.0f}  {y[2]:.0f}  {y[3]:.0f}")

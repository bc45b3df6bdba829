import numpy as np
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

x = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 2.0], [2.0, 1.0]])
number, flag = [[2.0], [1.0], [5.0], [4.0]], [[0], [0], [1], [1]]
one_hot = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]]
flags = [[1, 0, 0], [0, 1, 0], [1, 1, 1], [0, 1, 1]]
recipes = [
    ("regression", 1, "identity", "mean_squared_error", number),
    ("binary", 1, "sigmoid", "binary_crossentropy", flag),
    ("multiclass", 3, "softmax", "categorical_crossentropy", one_hot),
    ("multilabel", 3, "sigmoid", "binary_crossentropy", flags),
]
before, after = [], []
for name, units, activation, loss, t in recipes:
    layer = Dense(np.zeros((units, 2)), np.zeros(units), activation)
    losses = fit(Network([layer]), x, t, loss, SGD(0.1), 101, 4)["loss"]
    first, last = losses[0], losses[100]
    before.append(first)
    after.append(last)
    print(f"{name:10} before: {first:.4f}, after: {last:.4f}")

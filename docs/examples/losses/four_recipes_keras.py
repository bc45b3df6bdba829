import keras
import numpy as np

x = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 2.0], [2.0, 1.0]])
number, flag = [[2.0], [1.0], [5.0], [4.0]], [[0], [0], [1], [1]]
one_hot = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]]
flags = [[1, 0, 0], [0, 1, 0], [1, 1, 1], [0, 1, 1]]
recipes = [
    ("regression", 1, "linear", "mean_squared_error", number),
    ("binary", 1, "sigmoid", "binary_crossentropy", flag),
    ("multiclass", 3, "softmax", "categorical_crossentropy", one_hot),
    ("multilabel", 3, "sigmoid", "binary_crossentropy", flags),
]
for name, units, activation, loss, t in recipes:
    layer = keras.layers.Dense(units, activation)
    model = keras.Sequential([keras.Input((2,)), layer])
    layer.set_weights([np.zeros((2, units)), np.zeros(units)])
    model.compile(keras.optimizers.SGD(0.1), loss)
    run = model.fit(x, np.array(t), 4, 101, verbose=0)
    losses = run.history["loss"]
    first, last = losses[0], losses[100]
    print(f"{name:10} before: {first:.4f}, after: {last:.4f}")

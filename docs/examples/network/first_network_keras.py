import keras
import numpy as np

x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
model = keras.Sequential([keras.layers.Dense(2, activation="relu"), keras.layers.Dense(1)])
model.build((None, 2))
hidden, output = np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([[1.0, -2.0]])
model.set_weights([hidden.T, np.array([0.0, -1.0]), output.T, np.array([0.0])])

y = keras.ops.convert_to_numpy(model(x))[:, 0]
for (x1, x2), yi in zip(x, y):
    print(f"x = ({x1:.0f}, {x2:.0f})   y = {yi:.0f}")

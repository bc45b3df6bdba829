import keras
import numpy as np

x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
hidden = keras.layers.Dense(2, activation="relu")
output = keras.layers.Dense(1)
model = keras.Sequential([hidden, output])
model.build((None, 2))
W1, b1 = np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0])
W2, b2 = np.array([[1.0, -2.0]]), np.array([0.0])
model.set_weights([W1.T, b1, W2.T, b2])

y = keras.ops.convert_to_numpy(model(x))[:, 0]
for (x1, x2), yi in zip(x, y):
    print(f"x = ({x1:.0f}, {x2:.0f})   y = {yi:.0f}")

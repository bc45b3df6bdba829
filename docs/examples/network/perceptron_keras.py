import keras
import numpy as np

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype="float32")
layer = keras.layers.Dense(1)
layer.build((None, 2))
w, b = np.array([[1.0], [1.0]]), np.array([-1.5])
layer.set_weights([w, b])  # shapes (inputs, units) and (units,)

z = keras.ops.convert_to_numpy(layer(x))[:, 0]
for (x1, x2), zi in zip(x, z):
    y = float(zi > 0)
    print(f"{x1:.0f} and {x2:.0f}   z = {zi:+.1f}   y = {y:.0f}")

import keras
import numpy as np

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype="float32")
layer = keras.layers.Dense(1)
layer.build((None, 2))
layer.set_weights([np.array([[1.0], [1.0]]), np.array([-1.5])])  # (inputs, units), (units,)

z = keras.ops.convert_to_numpy(layer(x))[:, 0]
for (x1, x2), zi in zip(x, z):
    print(f"{x1:.0f} and {x2:.0f}   z = {zi:+.1f}   y = {float(zi > 0):.0f}")

import keras
import numpy as np

x = np.array([[2.0, 3.0]])
kernel = np.array([[1.0, -1.0, 0.5], [0.5, 0.25, 1.0]])
layer = keras.layers.Dense(3)
layer.build((None, 2))
layer.set_weights([kernel, np.array([0.0, 0.5, -0.25])])
z = keras.ops.convert_to_numpy(layer(x))[0]
low = np.array([-10.0])

print(f"kernel: inputs = {kernel.shape[0]}, units = {kernel.shape[1]}")
for unit, zi in enumerate(z, start=1):
    print(f"unit {unit}: z = {zi:.4f}")
print(f"function = {float(keras.activations.leaky_relu(low)[0]):.4f}")
print(f"layer = {float(keras.layers.LeakyReLU()(low)[0]):.4f}")

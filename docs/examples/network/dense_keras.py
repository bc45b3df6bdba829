import keras
import numpy as np

W = np.array([[1.0, 0.5], [-1.0, 0.25], [0.5, 1.0]])
b = np.array([0.0, 0.5, -0.25])
layer = keras.layers.Dense(3, activation="relu")
layer.build((None, 2))
layer.set_weights([W.T, b])

a = keras.ops.convert_to_numpy(layer(np.array([[2.0, 3.0]])))[0]
rows, columns = layer.kernel.shape
print(f"kernel   rows = {rows} (inputs)   columns = {columns} (units)")
for unit, ai in enumerate(a, start=1):
    print(f"unit {unit}   a = {ai:.2f}")

import keras
import numpy as np

weights = np.array([[1.0, 0.5], [-1.0, 0.25], [0.5, 1.0]])  # (units, inputs)
layer = keras.layers.Dense(3, activation="relu")
layer.build((None, 2))
layer.set_weights([weights.T, np.array([0.0, 0.5, -0.25])])

a = keras.ops.convert_to_numpy(layer(np.array([[2.0, 3.0]])))[0]
rows, columns = layer.kernel.shape
print(f"kernel   rows = {rows} (inputs)   columns = {columns} (units)")
for unit, ai in enumerate(a, start=1):
    print(f"unit {unit}   a = {ai:.2f}")

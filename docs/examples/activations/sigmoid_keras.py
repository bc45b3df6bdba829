import keras
import numpy as np

x = np.array([-5.0, 0.0, 5.0], dtype="float64")
y = keras.ops.convert_to_numpy(keras.activations.sigmoid(x))

for xi, yi in zip(x, y):
    print(f"sigmoid({xi:4.1f}) = {yi:.8f}")

import keras
import numpy as np

x = np.array([-3.0, 0.0, 3.0], dtype="float64")
y = keras.ops.convert_to_numpy(keras.activations.tanh(x))

for xi, yi in zip(x, y):
    print(f"tanh({xi:4.1f}) = {yi:.8f}")

import keras
import numpy as np

x = np.array([[1.0, 2.0]])
layer = keras.layers.Dense(3, kernel_initializer="ones")
y = layer(x)
dtype = keras.backend.standardize_dtype(y.dtype)
print(f"input {x.dtype}, output {dtype}")
for value in keras.ops.convert_to_numpy(y)[0]:
    print(f"y = {value:.1f}")

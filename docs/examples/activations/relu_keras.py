import keras
import numpy as np

x = np.array([[-2.0, 2.0]], dtype="float32")
as_numpy = keras.ops.convert_to_numpy
relu = as_numpy(keras.activations.relu(x))[0]
leaky = keras.layers.LeakyReLU()
slope, leaky_y = leaky.negative_slope, as_numpy(leaky(x))[0]
prelu = keras.layers.PReLU()
prelu.build((None, 2))
alpha = as_numpy(prelu.alpha)

print(f"relu(-2) = {relu[0]:.1f}   relu(2) = {relu[1]:.1f}")
print(f"LeakyReLU default slope = {slope}   "
      f"LeakyReLU(-2) = {leaky_y[0]:.2f}")
print(f"PReLU initial alpha = {alpha[0]:.2f}")

import keras
import numpy as np

hidden = keras.layers.Dense(1, "relu", use_bias=False)
output = keras.layers.Dense(1, use_bias=False)
model = keras.Sequential([hidden, output])
model.build((None, 1))
model.set_weights([np.array([[0.5]]), np.array([[3.0]])])
model.compile(keras.optimizers.SGD(0.005), "mean_squared_error")

x, target = np.array([[2.0]]), np.array([[1.0]])
print(f"squared error = {model.train_on_batch(x, target):.4f}")
w1, w2 = model.get_weights()
print(f"w1 after train_on_batch = {w1[0, 0]:.4f}")
print(f"w2 after train_on_batch = {w2[0, 0]:.4f}")
after = model.evaluate(x, target, verbose=0)
print(f"squared error afterwards = {after:.4f}")

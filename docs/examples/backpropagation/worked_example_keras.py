import keras
import numpy as np

x, target = np.array([[0.1, 0.2]]), np.array([[0.4, 0.6]])


def half_sum_squared_error(y_true, y_pred):
    error = keras.ops.subtract(y_true, y_pred)
    return keras.ops.sum(keras.ops.square(error)) / 2


layers = [keras.layers.Dense(2, "sigmoid", False) for _ in range(2)]
model = keras.Sequential(layers)
model.build((None, 2))
hidden = np.array([[0.30, 0.25], [0.40, 0.35]])
output = np.array([[0.45, 0.40], [0.70, 0.60]])
model.set_weights([hidden.T, output.T])  # Keras: (inputs, units)
sgd = keras.optimizers.SGD(learning_rate=0.5)
model.compile(optimizer=sgd, loss=half_sum_squared_error)

print(f"E before = {half_sum_squared_error(target, model(x)):.6f}")
model.train_on_batch(x, target)
print(f"new w5 = {model.get_weights()[1][0, 0]:.6f}")
print(f"E after = {half_sum_squared_error(target, model(x)):.6f}")

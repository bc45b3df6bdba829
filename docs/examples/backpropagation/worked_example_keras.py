import keras
import numpy as np

x, target = np.array([[0.1, 0.2]]), np.array([[0.4, 0.6]])


def half_sum_squared_error(y_true, y_pred):
    return keras.ops.sum(keras.ops.square(keras.ops.subtract(y_true, y_pred))) / 2


layer = keras.layers.Dense
model = keras.Sequential([layer(2, "sigmoid", use_bias=False), layer(2, "sigmoid", use_bias=False)])
model.build((None, 2))
hidden, output = np.array([[0.30, 0.25], [0.40, 0.35]]), np.array([[0.45, 0.40], [0.70, 0.60]])
model.set_weights([hidden.T, output.T])  # Keras stores (inputs, units)
model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.5), loss=half_sum_squared_error)

print(f"E before = {float(half_sum_squared_error(target, model(x))):.6f}")
model.train_on_batch(x, target)
print(f"new w5 = {model.get_weights()[1][0, 0]:.6f}")
print(f"E after = {float(half_sum_squared_error(target, model(x))):.6f}")

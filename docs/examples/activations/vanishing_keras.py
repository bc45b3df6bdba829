import keras
import numpy as np

rng, r = np.random.default_rng(0), np.sqrt(6 / 64)
x, y_true = rng.normal(size=(1, 32)), rng.normal(size=(1, 32))
weights = [rng.uniform(-r, r, size=(32, 32)) for _ in range(11)]


def half_sum_squared_error(y_true, y_pred):
    return keras.ops.sum(keras.ops.square(y_true - y_pred)) / 2


layers = [keras.layers.Dense(32, "sigmoid") for _ in range(10)]
model = keras.Sequential([*layers, keras.layers.Dense(32)])
model.build((None, 32))
model.set_weights([p for w in weights for p in (w.T, np.zeros(32))])
sgd = keras.optimizers.SGD(learning_rate=1.0)
model.compile(optimizer=sgd, loss=half_sum_squared_error)
model.train_on_batch(x, y_true)  # a bias, 0 before, is now minus dE/dz
for layer in (1, 4, 7, 10):
    norm = np.linalg.norm(model.get_weights()[2 * layer - 1])
    shown = np.format_float_positional(norm, 4, fractional=False)
    print(f"layer {layer:2}: {shown}")

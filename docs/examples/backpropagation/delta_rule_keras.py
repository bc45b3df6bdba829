import keras
import numpy as np

hidden = keras.layers.Dense(2, activation="relu")
output = keras.layers.Dense(2)
model = keras.Sequential([hidden, output])
model.build((None, 2))
zeros = np.zeros(2)
hidden.set_weights([np.array([[1.0, 1.0], [2.0, -1.5]]).T, zeros])
output.set_weights([np.array([[1.0, 2.0], [-1.0, 1.0]]).T, zeros])
model.compile(keras.optimizers.SGD(1.0), loss="mean_squared_error")

model.train_on_batch(np.array([[1.0, 2.0]]), np.array([[1.0, -2.0]]))
for name, layer in (("output", output), ("hidden", hidden)):
    for number, bias in enumerate(layer.get_weights()[1], start=1):
        print(f"{name} delta {number} = {-bias + 0.0:.4f}")

import keras
import numpy as np


class Watch(keras.layers.Layer):
    def call(self, x):
        sizes.append(len(x))
        return x


x, y = np.zeros((100, 1)), np.zeros((100, 1))
model = keras.Sequential([Watch(), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse", run_eagerly=True)
sizes = []
model.fit(x, y, verbose=0)

for batch_size in (None, 1, len(x)):
    sizes = []
    model.fit(x, y, batch_size=batch_size, verbose=0)
    print(f"batch_size={batch_size}, updates: {len(sizes)}")
    print(f"batch_size={batch_size}, first batch: {sizes[0]}")
    print(f"batch_size={batch_size}, last batch: {sizes[-1]}")

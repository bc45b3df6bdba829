import keras
import numpy as np

k = keras.losses
logits = np.array([[2.0, 1.0, -1.0]])
t, label = np.array([[0.0, 0.0, 1.0]]), np.array([2])
z, rain = np.array([[1.5]]), np.array([[1.0]])
p = 1 / (1 + np.exp(-z))
losses = {
    "categorical": k.CategoricalCrossentropy(True)(t, logits),
    "sparse": k.SparseCategoricalCrossentropy(True)(label, logits),
    "smoothed": k.CategoricalCrossentropy(True, 0.1)(t, logits),
    "binary, p": k.BinaryCrossentropy()(rain, p),
    "binary, z": k.BinaryCrossentropy(from_logits=True)(rain, z),
}
for name, value in losses.items():
    value = float(keras.ops.convert_to_numpy(value))
    print(f"{name:12} = {value:.5f}")

import keras
import numpy as np

t = np.array([[1.0, 2.0, 3.0, 0.0], [0.0, 1.0, 2.0, 4.0],
              [2.0, 0.0, 1.0, 1.0]])
y = np.array([[2.0, 2.0, 1.0, 0.0], [0.0, 4.0, 2.0, 5.0],
              [1.0, 0.0, 3.0, 3.0]])
mean = keras.losses.MeanSquaredError()(t, y)
total = keras.losses.MeanSquaredError(reduction="sum")(t, y)
e = np.array([1.0, -2.0, 3.0, -5.0])
huber = keras.losses.Huber(delta=2.0)(e * 0, e)
certain = keras.losses.BinaryCrossentropy()([[1.0]], [[0.0]])
labels, weight = np.array([0, 0, 0, 1]), np.array([1.0, 3.0])
logits = np.array([[2.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
cross = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
weighted = cross(labels, logits, sample_weight=weight[labels])

print(f"MeanSquaredError = {float(mean):.4f}")
print(f"reduction 'sum' = {float(total):.4f}")
print(f"Huber = {float(huber):.4f}")
print(f"log of zero = {float(certain):.4f}")
print(f"weighted cross-entropy = {float(weighted):.4f}")

import keras
import numpy as np

t, y = np.array([[2.0], [4.0], [1.0]]), np.array([[5.0], [4.0], [0.0]])
labels = np.array([0, 2])
logits = np.array([[2.0, 1.0, -1.0], [0.0, 3.0, 1.0]])
metric = keras.metrics.SparseCategoricalAccuracy()
metric.update_state(labels, logits)
results = {
    "mean": keras.losses.MeanSquaredError()(t, y),
    "sum": keras.losses.MeanSquaredError(reduction="sum")(t, y),
    "loss": keras.losses.SparseCategoricalCrossentropy(True)(
        labels, logits),
    "accuracy": metric.result(),
}
for name, value in results.items():
    value = float(keras.ops.convert_to_numpy(value))
    print(f"{name:8} = {value:.5f}")

import keras
import numpy as np

label = np.array([0])
logits = np.array([[2.0, 1.0, -1.0]])
loss = keras.losses.SparseCategoricalCrossentropy
right = loss(from_logits=True)(label, logits)
wrong = loss()(label, logits)

for name, value in (("logits", right), ("flag missing", wrong)):
    value = float(keras.ops.convert_to_numpy(value))
    print(f"{name:12} = {value:.5f}")

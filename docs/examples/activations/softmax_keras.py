import keras
import numpy as np

logits = np.array([[2.0, 1.0, -1.0]])
target = np.array([[0.0, 0.0, 1.0]])
s = keras.ops.convert_to_numpy(keras.activations.softmax(logits))[0]
loss = keras.losses.CategoricalCrossentropy(from_logits=True)
value = keras.ops.convert_to_numpy(loss(target, logits))

print(f"cat = {s[0]:.6f}   dog = {s[1]:.6f}   horse = {s[2]:.6f}")
print(f"loss if it is a horse = {value:.5f}")

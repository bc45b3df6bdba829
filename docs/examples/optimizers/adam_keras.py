import keras
import numpy as np

w = keras.Variable([1.0, -2.0], dtype="float64")
rule = keras.optimizers.Adam(learning_rate=0.01)
for pair in ([0.5, 1e-6], [0.25, 1e-6], [-0.75, -2e-6]):
    g = keras.ops.convert_to_tensor(np.array(pair))
    rule.apply([g], [w])
    first, second = np.array(w).tolist()
    print(f"w1 = {first:.5f}, w2 = {second:.5f}")

import keras
import numpy as np

w = keras.Variable([1.0, -2.0], dtype="float64")
rule = keras.optimizers.RMSprop(learning_rate=0.01, rho=0.9)
for pair in ([0.5, 1e-4], [0.25, 1e-4], [-0.75, -2e-4]):
    g = keras.ops.convert_to_tensor(np.array(pair))
    rule.apply([g], [w])
    first, second = np.array(w).tolist()
    print(f"w1 = {first:.6f}, w2 = {second:.6f}")

for name in ("lr", "rho", "epsilon"):
    try:
        keras.optimizers.SGD(**{name: 0.001})
    except (TypeError, ValueError) as error:
        print(f"SGD({name}=...) raises {type(error).__name__}")

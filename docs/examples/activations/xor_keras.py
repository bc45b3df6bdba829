import keras
import numpy as np

x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
hidden = keras.layers.Dense(2, "relu")
output = keras.layers.Dense(1)
model = keras.Sequential([hidden, output])
model.build((None, 2))
hidden.set_weights([np.ones((2, 2)), np.array([0.0, -1.0])])
output.set_weights([np.array([[1.0], [-2.0]]), np.zeros(1)])

for xi, yi in zip(x, model.predict(x, verbose=0)[:, 0]):
    print(f"{xi[0]:.0f} XOR {xi[1]:.0f} = {yi:.1f}")

import keras
import numpy as np

s = np.array([3.0, 0.5, -1.0, 2.0])
signs = np.array([1.0, 1.0, -1.0, -1.0])
z = np.array([[2.0, 1.5, 0.0], [-3.0, -1.0, -2.5]])
rows = np.array([[0.0, 1.0, 0.0], [0.0, 1.0, 0.0]])
hinge = keras.losses.hinge
losses = {
    "labels -1 and 1": hinge(signs, s),
    "labels 0 and 1": hinge((signs + 1) / 2, s),
    "labels -1 and 0": hinge((signs - 1) / 2, s),
    "squared": keras.losses.squared_hinge(signs, s),
    "first row": keras.losses.categorical_hinge(rows, z)[0],
    "second row": keras.losses.categorical_hinge(rows, z)[1],
}

for name, loss in losses.items():
    print(f"{name} = {float(loss):.4f}")

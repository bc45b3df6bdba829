import numpy as np
from dlnotes.losses import categorical_hinge

z = np.array([[2.0, 1.5, 0.0], [-3.0, -1.0, -2.5]])
t = np.array([[0.0, 1.0, 0.0], [0.0, 1.0, 0.0]])


def as_keras(t, z):
    rival = np.max((1 - t) * z)
    return max(0.0, 1 + rival - np.sum(t * z))


ours = [categorical_hinge([a], [b]) for a, b in zip(t, z)]
keras = [as_keras(a, b) for a, b in zip(t, z)]

for row, a, b in zip(z.tolist(), ours, keras):
    print(f"{row}   rivals only {a:.1f}   as Keras {b:.1f}")

import numpy as np
from dlnotes.network import Dense

weights = np.array([[1.0, 2.0], [3.0, 4.0]])
x = np.array([1.0, 10.0])
right, wrong = Dense(weights)(x), Dense(weights.T)(x)

print(f"W   gives {right[0]:.0f} and {right[1]:.0f}")
print(f"W.T gives {wrong[0]:.0f} and {wrong[1]:.0f}")

try:
    Dense(np.ones((3, 2)).T)(x)
except ValueError as error:
    print(f"ValueError: {error}")

import numpy as np
from dlnotes.losses import mean_squared_error

y_true = np.array([1.0, 2.0, 3.0])  # (3,)
y_pred = np.array([[1.0], [2.0], [3.0]])  # (3, 1)

difference = y_pred - y_true
wrong = np.mean(difference**2)
right = np.mean((y_pred[:, 0] - y_true) ** 2)
print(f"difference: {difference.shape}   mean of squares = {wrong:.4f}")
print(f"with equal shapes    mean of squares = {right:.4f}")

try:
    mean_squared_error(y_true, y_pred)
except ValueError as error:
    print(f"ValueError: {error}")

import numpy as np
from dlnotes.losses import (
    huber_gradient,
    mean_absolute_error_gradient,
    mean_squared_error_gradient,
)

t = np.array([10.0, 12.0, 15.0, 20.0])
y = np.array([12.0, 11.0, 15.0, 16.0])
error = y - t
mse = mean_squared_error_gradient(t, y)
mae = mean_absolute_error_gradient(t, y)
smooth = huber_gradient(t, y, delta=3.0)

print("error      MSE      MAE    Huber")
for row in zip(error, mse, mae, smooth):
    print("{:5.1f} {:8.4f} {:8.4f} {:8.4f}".format(*row))

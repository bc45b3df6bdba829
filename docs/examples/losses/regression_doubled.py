import numpy as np
from dlnotes.losses import mean_absolute_error, mean_squared_error

t = np.array([10.0, 12.0, 15.0, 20.0])
error = np.array([2.0, -1.0, 0.0, -4.0])
sizes = np.array([1.0, 2.0, 3.0])
guesses = [t + k * error for k in sizes]
mse = np.array([mean_squared_error(t, y) for y in guesses])
mae = np.array([mean_absolute_error(t, y) for y in guesses])
rmse = np.sqrt(mse)
times = np.array([mse / mse[0], rmse / rmse[0], mae / mae[0]])

for row in zip(sizes, *times):
    print("errors {:.0f} MSE {:.0f} RMSE {:.0f} MAE {:.0f}".format(*row))

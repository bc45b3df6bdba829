import numpy as np
from dlnotes.losses import mean_squared_error

t = np.array([18.0, 20.0, 21.0, 23.0, 28.0])
sigma = 4.0
guesses = np.array([20.0, 21.0, 22.0, 23.0, 24.0])
mse = [mean_squared_error(t, np.full(5, c)) for c in guesses]


def density(t, y):
    bell = np.exp(-((t - y) ** 2) / (2 * sigma**2))
    return bell / (sigma * np.sqrt(2 * np.pi))


surprise = [-np.sum(np.log(density(t, c))) for c in guesses]

for row in zip(guesses, mse, surprise):
    print("guess {:.0f}   MSE {:5.2f}   -ln P {:.4f}".format(*row))

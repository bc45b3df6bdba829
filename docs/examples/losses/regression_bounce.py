import numpy as np
from dlnotes.losses import (
    mean_absolute_error_gradient,
    mean_squared_error_gradient,
)


def walk(gradient, decay):
    path, rate = [0.0], 0.3
    for _ in range(20):
        slope = gradient([1.0], [path[-1]])[0]
        path.append(path[-1] - rate * slope)
        rate *= decay
    return np.array(path)


squared = walk(mean_squared_error_gradient, 1.0)
absolute = walk(mean_absolute_error_gradient, 1.0)
decaying = walk(mean_absolute_error_gradient, 0.8)

for step in (0, 1, 2, 3, 4, 5, 6, 19, 20):
    row = squared[step], absolute[step], decaying[step]
    print("{:2} MSE {:.3f} MAE {:.3f} decay {:.3f}".format(step, *row))

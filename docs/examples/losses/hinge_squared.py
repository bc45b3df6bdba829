import numpy as np
from dlnotes.losses import hinge, hinge_gradient

margin = np.array([-1.0, 0.0, 0.5, 1.0, 2.0])
h = np.array([hinge([1.0], [m]) for m in margin])
slope = np.array([hinge_gradient([1.0], [m])[0] for m in margin])
squared, squared_slope = h**2, 2 * h * slope

for row in zip(margin, squared, squared_slope):
    print("margin {:4.1f}  squared {:.2f}  slope {:4.1f}".format(*row))

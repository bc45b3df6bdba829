import numpy as np
from dlnotes.losses import hinge, hinge_gradient

margin = np.array([-1.0, 0.0, 0.5, 1.0, 2.0])
loss = [hinge([1.0], [m]) for m in margin]
slope = [hinge_gradient([1.0], [m])[0] for m in margin]

for row in zip(margin, loss, slope):
    print("margin {:4.1f}   loss {:.1f}   slope {:4.1f}".format(*row))

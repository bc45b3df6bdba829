import numpy as np
from dlnotes.losses import huber, huber_gradient

d = 10.0
error = np.array([5.0, 9.999, 10.0, 10.001, 15.0, 100.0])
value = [huber([0.0], [r], delta=d) for r in error]
slope = [huber_gradient([0.0], [r], delta=d)[0] for r in error]

for row in zip(error, value, slope):
    print("error {:7.3f}   value {:8.3f}   slope {:6.3f}".format(*row))

import numpy as np
from dlnotes.losses import (
    binary_crossentropy,
    binary_crossentropy_gradient,
    hinge,
    hinge_gradient,
)

score = np.array([-3.0, -1.0, 0.0, 1.0, 3.0, 10.0])
one = np.array([1.0])
h = [hinge(one, [s]) for s in score]
ce = [binary_crossentropy(one, [s], from_logits=True) for s in score]
h_slope = [hinge_gradient(one, [s])[0] for s in score]
ce_slope = [
    binary_crossentropy_gradient(one, [s], from_logits=True)[0]
    for s in score
]

print("score   hinge  slope   cross-entropy    slope")
for row in zip(score, h, h_slope, ce, ce_slope):
    print("{:5.1f} {:7.1f} {:6.1f} {:15.6f} {:8.5f}".format(*row))

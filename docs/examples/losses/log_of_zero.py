import numpy as np
from dlnotes.activations import sigmoid
from dlnotes.losses import binary_crossentropy
from dlnotes.losses import binary_crossentropy_gradient

z, t = 40.0, 0.0
p = sigmoid(z)
with np.errstate(divide="ignore", invalid="ignore"):
    loss = -np.log(1 - p)
    gradient = 1 / (1 - p) * p * (1 - p)
print(f"p = {p}   1 - p = {1 - p}")
print(f"step by step: loss = {loss}, gradient = {gradient}")

good = binary_crossentropy([t], [z], from_logits=True)
slope = binary_crossentropy_gradient([t], [z], from_logits=True)[0]
print(f"from logit: loss = {good}, gradient = {slope}")

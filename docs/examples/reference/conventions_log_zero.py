import numpy as np
from dlnotes.losses import binary_crossentropy

t, p, z = np.array([1.0]), np.array([0.0]), -800.0
least, lowest = 1e-7, -100.0
tiny = np.finfo(float).eps

ours = binary_crossentropy(t, p)
keras = binary_crossentropy(t, np.clip(p, least, 1 - least))
pytorch = min(ours, -lowest)
scikit = binary_crossentropy(t, np.clip(p, tiny, 1 - tiny))
logit = binary_crossentropy(t, [z], from_logits=True)

print(f"nothing clipped           = {ours:.4f}")
print(f"p clipped at 1e-7         = {keras:.4f}")
print(f"logarithm clamped at -100 = {pytorch:.4f}")
print(f"p clipped at float's eps  = {scikit:.4f}")
print(f"from the logit -800       = {logit:.4f}")

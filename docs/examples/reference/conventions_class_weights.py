import numpy as np
from dlnotes.losses import one_hot
from dlnotes.losses import weighted_categorical_crossentropy

labels = np.array([0, 0, 0, 1])
logits = np.array([[2.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
weight = np.array([1.0, 3.0])
t = one_hot(labels, classes=2)

by_samples = weighted_categorical_crossentropy(
    t, logits, weight, from_logits=True
)
picked = weight[labels].sum()
count = len(labels)
by_weights = by_samples * count / picked

print(f"over {count} samples    = {by_samples:.4f}")
print(f"over the weight {picked:.0f} = {by_weights:.4f}")

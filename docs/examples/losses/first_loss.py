import numpy as np
from dlnotes.losses import binary_crossentropy, categorical_crossentropy
from dlnotes.losses import one_hot

labels = np.arange(10)
rows = one_hot(labels, classes=10)
binary = binary_crossentropy([[0.0], [1.0]], np.full((2, 1), 0.5))
multiclass = categorical_crossentropy(rows, np.full((10, 10), 0.1))
multilabel = binary_crossentropy(rows, np.full((10, 10), 0.5))
print(f"binary {binary:.4f}, multiclass {multiclass:.4f}")
print(f"multilabel {multilabel:.4f}")

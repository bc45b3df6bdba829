from dlnotes.activations import softmax
from dlnotes.losses import (
    binary_crossentropy,
    categorical_crossentropy,
    one_hot,
    sparse_categorical_crossentropy,
)

labels = [2, 0]
s = softmax([[2.0, 1.0, -1.0], [0.5, 0.5, 0.5]])
categorical = categorical_crossentropy(one_hot(labels, 3), s)
sparse = sparse_categorical_crossentropy(labels, s)
print(f"one-hot rows   {categorical:.8f}")
print(f"class numbers  {sparse:.8f}")

p = 0.8
binary = binary_crossentropy([1], [p])
two_classes = categorical_crossentropy([[0, 1]], [[1 - p, p]])
print(f"one output     {binary:.8f}")
print(f"two classes    {two_classes:.8f}")

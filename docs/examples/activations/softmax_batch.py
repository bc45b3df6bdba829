import numpy as np


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


batch = np.array([[2.0, 1.0, -1.0], [0.0, 3.0, 1.0], [1.0, 1.0, 1.0]])
e = np.exp(batch)
wrong = e / e.sum(axis=1)
right = softmax(batch)
wrong_sums, right_sums = wrong.sum(axis=1), right.sum(axis=1)
assert np.allclose(right_sums, 1)

for bad, good in zip(wrong_sums, right_sums):
    print(f"sum of a row: wrong {bad:.4f}   right {good:.4f}")

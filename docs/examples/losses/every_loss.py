from dlnotes import losses

numbers = [[2.0, 4.0, 1.0], [5.0, 4.0, 0.0]]
names = ["mean_squared_error", "sum_squared_error",
         "half_sum_squared_error", "mean_absolute_error", "huber"]
regression = [getattr(losses, name)(*numbers) for name in names]
for name, value in zip(names, regression):
    print(f"{name:24} {value:.6f}")

logit = 0.5
rows, scores = [[0, 1]], [[0.0, logit]]
kinds = ["binary", "categorical", "sparse", "hinge",
         "categorical_hinge"]
classes = [
    losses.binary_crossentropy([1], [logit], True),
    losses.categorical_crossentropy(rows, scores, True),
    losses.sparse_categorical_crossentropy([1], scores, True),
    losses.hinge([1], [logit]),
    losses.categorical_hinge(rows, scores),
]
for kind, value in zip(kinds, classes):
    print(f"{kind:24} {value:.6f}")

from dlnotes import losses

numbers = [[2.0, 4.0, 1.0], [5.0, 4.0, 0.0]]
names = ["mean_squared_error", "sum_squared_error",
         "half_sum_squared_error", "mean_absolute_error", "huber"]
regression = [getattr(losses, name)(*numbers) for name in names]
for name, value in zip(names, regression):
    print(f"{name:24} {value:.6f}")

logit = 0.5
binary = losses.binary_crossentropy([1], [logit], True)
hinge = losses.hinge([1], [logit])
scores = [[0.0, logit]]
categorical = losses.categorical_crossentropy([[0, 1]], scores, True)
sparse = losses.sparse_categorical_crossentropy([1], scores, True)
margin = losses.categorical_hinge([[0, 1]], scores)
print(f"binary {binary:.6f}   categorical {categorical:.6f}   "
      f"sparse {sparse:.6f}")
print(f"hinge {hinge:.6f}   categorical hinge {margin:.6f}")

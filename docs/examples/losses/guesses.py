from dlnotes.losses import sparse_categorical_crossentropy

s = [[0.25, 0.25, 0.25, 0.25], [0.5, 0.25, 0.125, 0.125]]
loss = sparse_categorical_crossentropy([3, 0], s)
print(f"mean loss = {loss:.6f}")

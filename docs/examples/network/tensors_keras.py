import keras

a = keras.ops.convert_to_tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
over_rows = keras.ops.sum(a, axis=0)
over_columns = keras.ops.sum(a, axis=1)
dtype = keras.backend.standardize_dtype(a.dtype)

print(f"rank: {keras.ops.ndim(a)}   shape {tuple(a.shape)}   {dtype}")
for name, sums in (("axis=0", over_rows), ("axis=1", over_columns)):
    for value in keras.ops.convert_to_numpy(sums):
        print(f"{name}   sum: {value:.0f}")

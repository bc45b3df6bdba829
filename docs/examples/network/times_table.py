import numpy as np

column = np.arange(1, 10).reshape(9, 1)
row = np.arange(1, 10)
table = column * row

print(f"{column.shape} * {row.shape} -> {table.shape}")
print(f"7 times 8 = {table[6, 7]}   sum of all = {table.sum()}")

from dlnotes.datasets import auto_mpg
from dlnotes.losses import mean_squared_error

_, column = auto_mpg()
vector = column[:, 0]
square = (column - vector) ** 2
wrong, variance = square.mean(), vector.var()
right = mean_squared_error(column, column)
print(f"differences {square.shape}")
print(f"perfect predictions: MSE {right:.1f}, by mistake {wrong:.2f}")
print(f"variance {variance:.2f}")
try:
    mean_squared_error(column, vector)
except ValueError as error:
    print(error)

import numpy as np

last = np.arange(2 * 28 * 28 * 3).reshape(2, 28, 28, 3)
first = last.transpose(0, 3, 1, 2)
mixed = last.reshape(2, 3, 28, 28)

blue = last[0, 5, 7, 2]
print(f"(N, H, W, C)   {last.shape}   blue: {blue}")
print(f"transpose      {first.shape}   blue: {first[0, 2, 5, 7]}")
print(f"reshape        {mixed.shape}   blue: {mixed[0, 2, 5, 7]}")

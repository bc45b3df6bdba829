import numpy as np

p = np.array([0.9, 0.8, 0.3])
product = np.prod(p)
total = -np.log(p).sum()
print(f"product = {product:.3f}   -ln of it = {-np.log(product):.6f}")
print(f"sum of -ln = {total:.6f}   mean = {total / 3:.6f}")

days = 2000
long_product = np.prod(np.full(days, 0.5))
long_total = -np.log(np.full(days, 0.5)).sum()
print(f"{days} days: product {long_product}, sum {long_total:.4f}")

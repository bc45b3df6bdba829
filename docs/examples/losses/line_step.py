import numpy as np
from dlnotes.losses import mean_squared_error
from dlnotes.losses import mean_squared_error_gradient

x, t = np.array([0.0, 1.0, 2.0]), np.array([1.0, 3.0, 5.0])
w, b, rate = 1.0, 0.0, 0.1
before = mean_squared_error(t, w * x + b)
slopes = mean_squared_error_gradient(t, w * x + b)
dw, db = slopes @ x, slopes.sum()
print(f"loss {before:.6f}   slopes {dw:.6f}, {db:.6f}")

w, b = w - rate * dw, b - rate * db
after = mean_squared_error(t, w * x + b)
print(f"loss {after:.6f}   w {w:.6f}, b {b:.6f}")

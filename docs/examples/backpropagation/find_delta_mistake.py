import numpy as np

w, v, x, t = 0.5, 2.0, -1.0, 1.0
h = np.tanh(w * x)
o = v * h
delta_o = o - t
delta_h = v * delta_o * h * (1 - h)
found = delta_h * x
print(f"dE/dw = {found:.6f}")

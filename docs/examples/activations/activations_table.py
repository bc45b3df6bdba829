import dlnotes.activations as activations
import numpy as np

x = np.array([-2.0, -0.5, 0.5, 2.0])
values, slopes = {}, {}
for name in ("identity", "step", "sigmoid", "tanh", "relu", "leaky_relu"):
    values[name] = getattr(activations, name)(x)
    slopes[name] = getattr(activations, f"{name}_derivative")(x)

print(f"x           {x[0]:8.4f} {x[1]:8.4f} {x[2]:8.4f} {x[3]:8.4f}")
for name in values:
    v, s = values[name], slopes[name]
    print(f"{name:10}  {v[0]:8.4f} {v[1]:8.4f} {v[2]:8.4f} {v[3]:8.4f}")
    print(f"     slope  {s[0]:8.4f} {s[1]:8.4f} {s[2]:8.4f} {s[3]:8.4f}")

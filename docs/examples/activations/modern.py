import dlnotes.activations as activations
import numpy as np

x = np.array([-3.0, -1.0, 0.0, 1.0, 3.0])
names = ["gelu", "silu", "softplus", "elu"]
y = np.array([getattr(activations, n)(x) for n in names])
slope = np.array(
    [getattr(activations, f"{n}_derivative")(x) for n in names])


def row(label, numbers):
    return f"{label:9} " + " ".join(f"{n:8.4f}" for n in numbers)


print(row("x", x))
for name, values, slopes in zip(names, y, slope):
    print(row(name, values))
    print(row("    slope", slopes))

import dlnotes.activations as activations
import numpy as np

x = np.array([-2.0, -0.5, 0.5, 2.0])
smooth, bent = ["sigmoid", "tanh"], ["relu", "leaky_relu"]
values, slopes = {}, {}
for name in ["identity", "step", *smooth, *bent]:
    values[name] = getattr(activations, name)(x)
    slopes[name] = getattr(activations, f"{name}_derivative")(x)


def row(label, numbers):
    return f"{label:10}  " + " ".join(f"{n:8.4f}" for n in numbers)


print(row("x", x))
for name in values:
    print(row(name, values[name]))
    print(row("     slope", slopes[name]))

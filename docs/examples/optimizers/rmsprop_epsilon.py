import numpy as np
from dlnotes.optimizers import RMSprop

sizes = [1.0, 1e-2, 1e-4, 1e-6, 1e-8, 1e-10]
steps = []

for inside in (True, False):
    row = []
    for size in sizes:
        rule = RMSprop(1.0, epsilon=1e-7, epsilon_inside_root=inside)
        w, g = np.zeros(1), np.array([size])
        for _ in range(300):
            before = w[0]
            rule.update([w], [g])
        row.append(before - w[0])
    steps.append(row)
    name = "inside" if inside else "outside"
    print(f"{name:8}" + "".join(f"{step:10.6f}" for step in row))
inside, outside = steps

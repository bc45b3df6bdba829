import numpy as np
from dlnotes.optimizers import Adagrad, RMSprop

times = (1, 2, 5, 10, 100, 10000)
rules = {
    "Adagrad": Adagrad(1.0, initial_accumulator_value=0.0),
    "RMSprop 0.9": RMSprop(1.0, rho=0.9),
    "RMSprop 0.99": RMSprop(1.0, rho=0.99),
}
steps, g = {}, np.array([3.0])

for name, optimizer in rules.items():
    w, sizes = np.zeros(1), []
    for t in range(1, 10001):
        before = w[0]
        optimizer.update([w], [g])
        if t in times:
            sizes.append(before - w[0])
    steps[name] = sizes
    print(f"{name:13}" + "".join(f"{size:9.4f}" for size in sizes))
adagrad, fast, slow = steps.values()

import numpy as np
from dlnotes.optimizers import SGD, Momentum

starts = np.linspace(-1.975, 1.975, 80)
optimizers = {
    "SGD": SGD(0.05),
    "momentum 0.9": Momentum(0.05, 0.9),
    "momentum 0.5": Momentum(0.05, 0.5),
}
ends = []

for name, optimizer in optimizers.items():
    w = starts.copy()
    for _ in range(2000):
        optimizer.update([w], [w**3 - w + 0.2])
    ends.append(w < 0)
    print(f"{name:13} deep well from {np.sum(w < 0)} of {w.size}")

deep = np.sum(ends, axis=1)
gained = np.sum(~ends[0] & ends[1])
lost = np.sum(ends[0] & ~ends[1])
print(f"0.9 against SGD: {gained} gained, {lost} lost")

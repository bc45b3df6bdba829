import numpy as np
from dlnotes.optimizers import NAG, SGD, Momentum

products = [0.001, 0.01, 0.1, 0.5, 1.0, 1.5]
past = np.zeros((6, 3))
print("rate times curvature       SGD   Momentum        NAG")

for i, product in enumerate(products):
    for j, make in enumerate([SGD, Momentum, NAG]):
        w = np.array([1.0])
        optimizer = make(learning_rate=product)
        for _ in range(40):
            optimizer.update([w], [w.copy()])
            past[i, j] = max(past[i, j], 0.0 - w[0])
    cells = "  ".join(f"{p:9.3f}" for p in past[i])
    print(f"{product:20}  {cells}")

import numpy as np
from dlnotes.optimizers import Momentum

betas = [0.0, 0.5, 0.9, 0.99]
totals, inside, tenth = [], [], []

for beta in betas:
    w = np.array([0.0])
    optimizer = Momentum(learning_rate=1.0, momentum=beta)
    speed = []
    for _ in range(3000):
        optimizer.update([w], [np.array([-1.0])])
        speed.append(optimizer.state("velocity")[0][0])
    window = round(1 / (1 - beta))
    totals.append(speed[-1])
    inside.append(speed[window - 1] / speed[-1])
    tenth.append(speed[9])
    print(
        f"beta {beta:4.2f}   speed {totals[-1]:6.2f}"
        f"   newest {window:3d} steps: {inside[-1]:.3f}"
    )

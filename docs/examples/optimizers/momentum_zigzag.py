import numpy as np
from dlnotes.optimizers import SGD, Momentum

rates = [0.019, 0.001]
flips = []

for rate in rates:
    for optimizer in (SGD(rate), Momentum(rate, 0.9)):
        w, heights = np.array([1.0, 1.0]), []
        for _ in range(60):
            optimizer.update([w], [np.array([1.0, 100.0]) * w])
            heights.append(w[1])
        sides = np.sign([1.0, *heights])
        flips.append(int(np.sum(sides[1:] != sides[:-1])))
        name = type(optimizer).__name__
        print(f"rate {rate}   {name:8}  crossings {flips[-1]:2d} of 60")

import numpy as np

x = np.linspace(0, 1, 4097)
y, pieces = x, []
for layer in range(1, 11):
    y = 2 * np.maximum(0, y) - 4 * np.maximum(0, y - 0.5)
    turns = np.diff(np.sign(np.diff(y))) != 0
    pieces.append(1 + np.sum(turns))
    if layer in (1, 2, 3, 10):
        print(f"layers: {layer:2}   pieces: {pieces[-1]:4}")

import numpy as np
from dlnotes.losses import binary_crossentropy, hinge

t = np.array([1.0, -1.0])
grid = np.arange(-500, 501) / 100
margins = np.outer(grid, t)
chances = np.array([0.55, 0.7, 0.9, 0.99])

hinges = np.array([[hinge([1], [m]) for m in row] for row in margins])
entropies = np.array(
    [
        [binary_crossentropy([1], [m], from_logits=True) for m in row]
        for row in margins
    ]
)
weights = np.stack([chances, 1 - chances])
best = grid[np.argmin(hinges @ weights, axis=0)]
best_squared = grid[np.argmin(hinges**2 @ weights, axis=0)]
best_ce = grid[np.argmin(entropies @ weights, axis=0)]

for row in zip(chances, best, best_squared, best_ce):
    text = "share {:.2f}   hinge {:.2f}   squared {:.2f}   CE {:.2f}"
    print(text.format(*row))

import numpy as np
from dlnotes.optimizers import Momentum

rates, mu, g = [1.0, 1.0, 0.1, 0.1], 0.5, 1.0
w, optimizer = np.array([0.0]), Momentum(1.0, mu)
pytorch, u = 0.0, 0.0
paths = []
for eta in rates:
    optimizer.learning_rate = eta
    optimizer.update([w], [np.array([g])])
    u = mu * u + g
    pytorch -= eta * u
    paths.append((w[0], pytorch))

inside, outside = paths[-1]
for eta, (ours, theirs) in zip(rates, paths):
    print(f"rate {eta}: rate inside {ours:.4f}, outside {theirs:.4f}")

import numpy as np
from dlnotes.optimizers import SGD, Adam


def steps(rule, slope, loss, start):
    w, taken = start.copy(), np.full(len(start), 1000)
    for t in range(1000):
        taken = np.minimum(taken, np.where(loss(w) < 1e-4, t, 1000))
        rule.update([w], [slope(w)])
        np.clip(w, -9, 9, out=w)
    return taken


start = np.random.default_rng(0).uniform(0.5, 2, (40, 2))
etas, c, found = np.logspace(-3, 0, 13), np.array([100, 1]), []
curve = lambda w: 2 * w + 4 * w**3, lambda w: (w**2 + w**4)[:, 0]
valley = lambda w: c * w, lambda w: w**2 @ c / 2
for case in (curve, valley):
    for kind in (SGD, Adam):
        tried = [max(steps(kind(r), *case, start[:20])) for r in etas]
        best = etas[np.argmin(tried)]
        taken = steps(kind(best), *case, start[20:])
        found.append(np.quantile(taken, [0, 0.5, 1]))
        print("{1:5.1f}, {0:.0f} to {2:.0f}".format(*found[-1]))

import numpy as np
from dlnotes.optimizers import SGD, Adagrad

rng, rates = np.random.default_rng(0), 4.0 * 0.6 ** np.arange(13)
draws, truth = rng.random((1000, 40, 12)), rng.normal(size=(40, 12))
noise, found = 0.2 * rng.normal(size=(1000, 40)), []


def errors(rate, power, optimizer, share, part):
    w = np.zeros((20, 12))
    for step, x in enumerate(draws[:, part] < share):
        optimizer.learning_rate = rate / (step + 1) ** power
        miss = noise[step, part] + np.sum(x * (w - truth[part]), axis=1)
        optimizer.update([w], [np.clip(x * miss[:, None], -1e9, 1e9)])
    return np.sum(share * (w - truth[part]) ** 2, axis=1)


for share in (np.repeat([0.5, 0.01], 6), np.full(12, 0.5)):
    for make, p in ((SGD, 0.0), (SGD, 0.5), (Adagrad, 0.0)):
        few = [errors(r, p, make(), share, slice(20)) for r in rates]
        r = rates[np.argmin(np.median(few, axis=1))]
        found.append(errors(r, p, make(), share, slice(20, 40)))
        span = [f"{e:.4f}" for e in np.quantile(found[-1], [0, 0.5, 1])]
        print(f"{make.__name__:7}  {p}  {r:.3f}  {' '.join(span)}")

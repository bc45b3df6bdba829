import numpy as np
from dlnotes.optimizers import Adam


def largest(gradients):
    rule, w, seen = Adam(1.0, epsilon=1e-30), np.zeros(1), []
    for g in gradients:
        before = w[0]
        rule.update([w], [np.array([g])])
        seen.append(abs(w[0] - before))
    return max(seen)


quiet = np.zeros(12000)
growing = (0.999 / 0.9) ** np.arange(60)
sizes = [
    largest(np.ones(100)),
    largest(np.append(quiet, 1.0)),
    largest(np.append(quiet, growing)),
]
print("".join(f"{size:8.4f}" for size in sizes))

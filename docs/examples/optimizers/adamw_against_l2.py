import numpy as np
from dlnotes.optimizers import SGD, Adam, AdamW

left, decay = [], 0.5
rules = {
    "SGD, L2": SGD(0.001),
    "Adam, L2": Adam(0.001),
    "AdamW": AdamW(0.001, weight_decay=decay),
}
for name, rule in rules.items():
    w = np.array([1.0, 1.0])
    for t in range(1000):
        g = np.array([10.0, 0.1]) * (-1) ** t
        if "L2" in name:
            g = g + decay * w
        rule.update([w], [g])
    left.append(w)
    print(f"{name:9} {w[0]:.4f} {w[1]:.4f}")
sgd, l2, adamw = left

import numpy as np
from dlnotes.optimizers import Adam

noise = np.random.default_rng(0).normal(size=(510, 20))


def train(keep_state):
    w, optimizer, losses = np.full(20, 2.0), Adam(0.05), []
    for step, drawn in enumerate(noise, start=1):
        optimizer.update([w], [w + 0.3 * drawn])
        losses.append(w**2 / 2)
        if step == 500 and not keep_state:
            optimizer = Adam(0.05)
    return np.array(losses)


kept, lost = train(keep_state=True), train(keep_state=False)
steps, found = np.array([500, 501, 502, 505, 510]), []
for step in steps:
    runs = kept[step - 1], lost[step - 1]
    found.append(np.quantile(runs, [0.5, 0, 1], axis=1).T)
    (a, low, high), (b, least, most) = found[-1]
    print(f"{step}  {a:.4f}, up to {high:.4f}  {b:.4f}, up to {most:.4f}")

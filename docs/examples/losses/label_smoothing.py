import numpy as np
from dlnotes.losses import categorical_crossentropy_gradient
from dlnotes.losses import smooth_labels

hard = np.array([[0.0, 0.0, 1.0]])
soft = smooth_labels(hard, amount=0.1)
print("smoothed:", " ".join(f"{v:.6f}" for v in soft[0]))

stops, gaps = [100, 10_000], []
for t in (hard, soft):
    z = np.zeros((1, 3))
    for step in range(1, 10_001):
        z = z - categorical_crossentropy_gradient(t, z, True)
        if step in stops:
            gaps.append(z[0, 2] - z[0, 0])
            print(f"gap after {step:6} steps: {gaps[-1]:.6f}")

import numpy as np
from dlnotes.activations import sigmoid

factors = [1.0, 3.0]
shares = {factor: [] for factor in factors}
for seed in range(20):
    rng = np.random.default_rng(seed)
    z = rng.normal(scale=1.5, size=20_000)
    t = rng.random(z.size) < sigmoid(z)
    for factor in factors:
        y = sigmoid(factor * z)
        near = (y > 0.88) & (y < 0.92)
        shares[factor].append(np.mean(t[near]))

honest, tripled = [np.quantile(s, [0, 0.5, 1]) for s in shares.values()]
for factor, (low, mid, high) in zip(factors, [honest, tripled]):
    print(f"logits times {factor:.0f}, outputs near 0.9:")
    print(f"  ones: median {mid:.1%}, {low:.1%} to {high:.1%}")

import numpy as np

g = np.array([-2.0, 0.0, 4.0, 6.0])
mean, one = g.mean(), g.var()
again = [(a + b) / 2 for a in g for b in g]
once = [(g[i] + g[j]) / 2 for j in range(4) for i in range(j)]
print(f"one sample: mean {mean:.4f}, variance {one:.4f}")
for name, means in (("drawn again", again), ("drawn once", once)):
    center, spread = np.mean(means), np.var(means)
    print(f"{name}: {len(means)} batches of 2, "
          f"mean {center:.4f}, variance {spread:.4f}")

from dlnotes.datasets import auto_mpg

data, column = auto_mpg()
x = (data[:, 3] - data[:, 3].mean()) / data[:, 3].std()
vector = column[:, 0]


def line(t):
    w = b = 0.0
    for _ in range(200):
        y = (w * x + b).reshape(-1, 1)
        error = (y - t).mean(axis=1)
        w, b = w - 0.2 * (error * x).mean(), b - 0.2 * error.mean()
    return w, b


w, b = line(column)
flat, mean = line(vector)
print(f"labels (N, 1): y = {w:.2f} x + {b:.2f}")
print(f"labels (N,):   y = {abs(flat):.2f} x + {mean:.2f}")
print(f"mean of the labels: {vector.mean():.2f}")

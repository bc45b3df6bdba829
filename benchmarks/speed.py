"""Ratios, not times: dlnotes beside PyTorch (eager, CPU), scikit-learn and micrograd, each where it is installed.

``make bench`` runs this. All competitors of a comparison take turns in one process, round after round, so that
whatever else the machine does falls on all of them; the fastest round of each counts. Each has one thread
(OMP_NUM_THREADS=1), for most of NumPy has no more. Nothing here is a test: a number that depends on the machine
must not decide whether a build is green.
"""

import importlib.util
import time
import tracemalloc
import warnings
from itertools import pairwise

import numpy as np

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, AdamW, Momentum, RMSprop
from dlnotes.training import fit

ROUNDS = 40
EPOCHS = 5  # in one call, so that what is done once a call does not count as if it were done every epoch


def fastest(competitors, rounds=ROUNDS):
    """Best time of each in seconds, measured in turns."""
    best = dict.fromkeys(competitors, float("inf"))
    for _ in range(rounds):
        for name, function in competitors.items():
            start = time.perf_counter()
            function()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def report(title, times, aims):
    """Print how many times longer the others take, and whether that is what was aimed at."""
    own = times["dlnotes"]
    print(f"\n{title}: dlnotes {own * 1e3:.3g} ms")
    for name in [n for n in times if n != "dlnotes"]:
        ratio = times[name] / own
        aim = f"   (aim {aims[name]:g}: {'reached' if ratio >= aims[name] else 'MISSED'})" if name in aims else ""
        print(f"  {name:<28} {times[name] * 1e3:9.3g} ms   {ratio:8.2f} times as long{aim}")


def installed(name):
    """Tell whether a competitor is there, and say so if not."""
    found = importlib.util.find_spec(name) is not None
    if not found:
        print(f"({name} is not installed and is left out)")
    return found


def digits():
    """Return the digits data where scikit-learn is installed, else random numbers of the same shape."""
    if importlib.util.find_spec("sklearn"):
        from sklearn.datasets import load_digits

        x, labels = load_digits(return_X_y=True)
        return x / 16.0, labels
    rng = np.random.default_rng(0)
    return rng.random((1797, 64)), rng.integers(10, size=1797)


def epoch():
    """One epoch of a network 64-64-10 with Adam and batches of 32."""
    x, labels = digits()
    rng = np.random.default_rng(0)
    network, optimizer = Network.from_sizes([64, 64, 10], rng, "relu", "softmax"), Adam()
    competitors = {
        "dlnotes": lambda: fit(network, x, labels, "sparse_categorical_crossentropy", optimizer, EPOCHS, 32, rng)
    }
    if installed("torch"):
        competitors["PyTorch eager"] = torch_epoch(x, labels)
    if installed("sklearn"):
        competitors["scikit-learn MLPClassifier"] = sklearn_epoch(x, labels)
    times = {name: value / EPOCHS for name, value in fastest(competitors).items()}
    report("One epoch, 64-64-10, Adam, batch 32", times, {"PyTorch eager": 3, "scikit-learn MLPClassifier": 2})


def torch_epoch(x, labels):
    """Return a function that trains the same network in PyTorch, float32 as is its habit."""
    import torch

    inputs, targets = torch.tensor(x, dtype=torch.float32), torch.tensor(labels)
    model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10))
    optimizer = torch.optim.Adam(model.parameters())

    def run():
        for _ in range(EPOCHS):
            order = torch.randperm(len(inputs))
            for i in range(0, len(inputs), 32):
                part = order[i : i + 32]
                optimizer.zero_grad()
                torch.nn.functional.cross_entropy(model(inputs[part]), targets[part]).backward()
                optimizer.step()

    return run


def sklearn_epoch(x, labels):
    """Return a function that trains the same network in scikit-learn."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    warnings.simplefilter("ignore", ConvergenceWarning)
    model = MLPClassifier((64,), batch_size=32, max_iter=EPOCHS, warm_start=True, n_iter_no_change=10**6)
    model.fit(x, labels)
    return lambda: model.fit(x, labels)


def adam_update():
    """One Adam update of a million parameters, float64, and the memory it needs beside its state."""
    n = 1_000_000
    w, g, optimizer = np.zeros(n), np.random.default_rng(0).normal(size=n), Adam()
    competitors = {"dlnotes": lambda: optimizer.update([w], [g])}
    if installed("torch"):
        import torch

        for name, options in (("PyTorch", {}), ("PyTorch, fused=True", {"fused": True})):
            p = torch.zeros(n, dtype=torch.float64, requires_grad=True)
            p.grad = torch.tensor(g)
            competitors[name] = torch.optim.Adam([p], **options).step
    report("One Adam update of 1,000,000 parameters, float64", fastest(competitors), {"PyTorch": 1})
    tracemalloc.start()
    optimizer.update([w], [g])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"  memory at its highest: {peak / w.nbytes:.3f} arrays of the size of the parameters")


def scalar_steps():
    """One step, forward and backward, of a network 2-8-1 on a batch of 8, against one number at a time."""
    if not installed("micrograd"):
        return
    from micrograd.nn import MLP

    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(8, 2)), rng.normal(size=(8, 1))
    network, model = Network.from_sizes([2, 8, 1], rng), MLP(2, [8, 1])

    def micrograd():
        model.zero_grad()
        sum((model(row) - float(t)) ** 2 for row, t in zip(x.tolist(), y[:, 0], strict=True)).backward()

    competitors = {"dlnotes": lambda: backpropagate(network, x, y, "sum_squared_error"), "micrograd": micrograd}
    report("Gradient of a network 2-8-1 for 8 samples", fastest(competitors), {})


def growth():
    """Show that the cost grows linearly with the batch, the width and the steps."""
    print("\nGrowth of the cost of a gradient, for 8 times as much: linear is 8; less where a fixed cost is left,")
    print("more at the one step where the arrays outgrow the processor's cache")
    rng = np.random.default_rng(0)

    def cost(batch, width, steps=1):
        network = Network([Dense(rng.normal(size=(width, 64)) / 8, np.zeros(width), "relu"), Dense(np.ones((1, width)))])
        x, y, optimizer = rng.normal(size=(batch, 64)), rng.normal(size=(batch, 1)), SGD(1e-9)

        def run():
            for _ in range(steps):
                optimizer.update(network.parameters, backpropagate(network, x, y, "mean_squared_error").gradients)

        return run

    for name, series in (
        ("batch", {n: cost(n, 256) for n in (64, 512, 4096, 32768)}),
        ("width", {n: cost(256, n) for n in (64, 512, 4096, 32768)}),
        ("steps", {n: cost(64, 64, n) for n in (4, 32, 256, 2048)}),
    ):
        times = fastest(series, 7)
        factors = [f"{times[large] / times[small]:.1f}" for small, large in pairwise(times)]
        print(f"  {name:<6} {' -> '.join(map(str, times))}:   {', then '.join(factors)}")


def optimizers():
    """Compare what each optimizer costs with plain descent, for a million parameters."""
    n = 1_000_000
    g = np.random.default_rng(0).normal(size=n)

    def update(optimizer):
        w = np.zeros(n)
        return lambda: optimizer.update([w], [g])

    times = fastest({c.__name__: update(c()) for c in (SGD, Momentum, NAG, Adagrad, RMSprop, Adam, AdamW)}, 7)
    print("\nOne update of 1,000,000 parameters, as a multiple of plain descent")
    print("  " + "   ".join(f"{name} {value / times['SGD']:.1f}" for name, value in times.items()))


if __name__ == "__main__":
    for part in (epoch, adam_update, scalar_steps, growth, optimizers):
        part()

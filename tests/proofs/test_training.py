"""Proofs of the numbers on the pages about training."""

import math


def test_iterations(example, verify):
    values = example("training/iterations").values
    first = values["batches"][0][0]
    verify("samples in the first batch", len(first), counting=200)
    verify("iterations per epoch", values["iterations"], counting=len(range(0, 2000, 200)), closed_form=2000 // 200)
    verify("updates", values["updates"], counting=sum(1 for _ in range(50) for _ in range(0, 2000, 200)))
    assert [list(batch) for batch, _ in values["batches"]] == [list(range(k, k + 200)) for k in range(0, 2000, 200)]


def test_one_epoch(example, verify):
    values = example("training/one_epoch").values
    assert len(values["seen"]) == 2000
    verify("fewest uses of a sample", values["fewest"], counting=1)
    verify("most uses of a sample", values["most"], counting=1)


def test_last_batch(example, verify):
    values = example("training/last_batch").values
    sizes = [min(200, 2050 - start) for start in range(0, 2050, 200)]
    full = sizes.count(200)
    assert [len(batch) for batch, _ in values["kept"]] == sizes
    closed_form = [math.ceil(2050 / 200), math.floor(2050 / 200)]
    verify("iterations, last batch kept and dropped", values["iterations"], counting=[len(sizes), full], closed_form=closed_form)
    verify("samples in the last batch", values["last"], counting=sizes[-1])
    verify("samples unused", values["unused"], counting=2050 - 200 * full)
    verify("epochs", values["epochs"], by_hand=50)
    verify("updates in 50 epochs", values["updates"], counting=[50 * len(sizes), 50 * full])


def test_mnist_iterations(example, verify):
    values = example("training/mnist_iterations").values
    sizes = [min(128, 60_000 - start) for start in range(0, 60_000, 128)]
    verify("iterations per epoch", values["iterations"], counting=len(sizes))
    verify("samples in the last batch", values["last"], counting=sizes[-1])
    verify("updates in 5 epochs", values["updates"], counting=5 * len(sizes))


def test_iterations_keras(recorded, verify):
    verify("iterations", recorded("training/iterations_keras"), counting=len(range(0, 2050, 200)))


def test_iterations_pytorch(recorded, verify):
    kept, dropped = recorded("training/iterations_pytorch")
    verify("iterations, last batch kept", kept, counting=len(range(0, 2050, 200)))
    verify("iterations, last batch dropped", dropped, counting=2050 // 200)

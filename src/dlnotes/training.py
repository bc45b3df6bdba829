"""Training: descend along the gradient, cut the data into batches, repeat for some epochs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import isfinite
from typing import Any, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dlnotes._validation import Array, chosen, generator, real_array, real_number, whole_number
from dlnotes.backpropagation import backpropagate, backward, forward, in_order, output_delta, output_loss
from dlnotes.losses import LOSSES
from dlnotes.network import Network


def gradient_descent(
    gradient: Callable[[Array], ArrayLike], start: ArrayLike, learning_rate: float, steps: int
) -> Array:
    r"""Follow minus the gradient from `start` and return every point on the way: $x \leftarrow x - \eta f'(x)$, again and again.

    Parameters
    ----------
    gradient : callable
        Takes a point and returns the gradient there, of the same shape.
    start : array_like, any shape
        The first point; not changed.
    learning_rate : float, positive
        $\eta$, the share of the gradient that is one step.
    steps : int, not negative
        How many steps.

    Returns
    -------
    ndarray, the shape of `start` with an axis for the points in front
        The path: `start`, then where each step led.

    Raises
    ------
    ValueError
        If the rate is not positive, or the gradient has another shape than the point.

    Examples
    --------
    >>> print(gradient_descent(lambda x: 2 * x, 8.0, learning_rate=0.25, steps=3))
    [8. 4. 2. 1.]
    """
    point = real_array("start", start, finite=True)
    rate = real_number("learning_rate", learning_rate, above=0.0)
    path = [point]
    for _ in range(whole_number("steps", steps, least=0)):
        slope = real_array("gradient", gradient(point.copy()))
        if slope.shape != point.shape:
            raise ValueError(f"gradient: expected shape {point.shape}, given {slope.shape}")
        point = point - rate * slope
        path.append(point)
    return np.array(path)


def iterations_per_epoch(samples: int, batch_size: int, drop_last: bool = False) -> int:
    r"""Count the batches, and so the updates, of one epoch: $\lceil \frac{N}{B} \rceil$ for $N$ samples in batches of $B$.

    If a last batch that is not full is dropped, it is $\lfloor \frac{N}{B} \rfloor$.

    Parameters
    ----------
    samples, batch_size : int, positive
        Sizes of the data and of a batch.
    drop_last : bool
        False as in Keras and as the default of PyTorch.

    Returns
    -------
    int
        One if the batch holds all data.

    Raises
    ------
    ValueError
        If a size is not positive.

    Examples
    --------
    >>> print(iterations_per_epoch(2050, 200), iterations_per_epoch(2050, 200, drop_last=True))
    11 10
    """
    samples = whole_number("samples", samples, least=1)
    batch_size = whole_number("batch_size", batch_size, least=1)
    return samples // batch_size if drop_last else -(-samples // batch_size)


def minibatches(
    x: ArrayLike,
    y: ArrayLike,
    batch_size: int,
    rng: np.random.Generator | None = None,
    drop_last: bool = False,
) -> Iterator[tuple[NDArray[Any], NDArray[Any]]]:
    """Cut samples and their targets into batches, in the same order.

    Parameters
    ----------
    x, y : array_like, shapes (N, ...)
        Samples and targets; not changed.
    batch_size : int, positive
        Samples in a batch; the last one holds the rest.
    rng : numpy.random.Generator, optional
        Shuffles; without it the batches come in order. Call this anew for a new order in every epoch.
    drop_last : bool
        Leave a last batch out that is not full.

    Returns
    -------
    iterator of (x_batch, y_batch)
        Every sample once. The arguments are checked at the call, not at the first batch.

    Raises
    ------
    ValueError
        If `x` and `y` differ in length, are empty, or `batch_size` is not positive.

    Examples
    --------
    >>> for x_batch, y_batch in minibatches([1, 2, 3], [10, 20, 30], batch_size=2):
    ...     print(x_batch, y_batch)
    [1 2] [10 20]
    [3] [30]
    """
    inputs, targets = np.asarray(x), np.asarray(y)
    if inputs.ndim == 0 or targets.ndim == 0 or len(inputs) != len(targets):
        raise ValueError(f"y: expected as many as x, {inputs.shape}, given {targets.shape}")
    iterations = iterations_per_epoch(len(inputs), batch_size, drop_last)
    size = int(batch_size)  # Python's own: NumPy's short integers would wrap around at the next batches
    if rng is not None:
        order = generator("rng", rng).permutation(len(inputs))
        inputs, targets = inputs[order], targets[order]

    def batch(number: int) -> tuple[NDArray[Any], NDArray[Any]]:
        part = slice(number * size, (number + 1) * size)
        return inputs[part], targets[part]

    return map(batch, range(iterations))


class Updater(Protocol):
    """What `fit` needs of an optimizer: those in `dlnotes.optimizers` have it, and so may your own."""

    def update(self, parameters: Sequence[NDArray[Any]], gradients: Sequence[NDArray[Any]]) -> None:
        """Change the parameters in place."""


def fit(
    network: Network,
    x: ArrayLike,
    y_true: ArrayLike,
    loss: str,
    optimizer: Updater,
    epochs: int = 1,
    batch_size: int = 32,
    rng: np.random.Generator | None = None,
    validation_data: tuple[ArrayLike, ArrayLike] | None = None,
    progress: Callable[[Iterable[int]], Iterable[int]] | None = None,
) -> dict[str, list[float]]:
    """Train a network in place; return its loss for every epoch.

    Parameters
    ----------
    network : Network
        Its parameters are changed.
    x, y_true : array_like, shapes (N, inputs) and (N, ...)
        Samples and targets. All are checked before anything is changed.
    loss : str
        The name of a function in `dlnotes.losses`.
    optimizer : object with ``update(parameters, gradients)``
        See `dlnotes.optimizers`.
    epochs, batch_size : int
        How often the data are gone through, and samples for one update.
    rng : numpy.random.Generator, optional
        Shuffles anew in every epoch; without it the data stay in order.
    validation_data : tuple (x, y_true), optional
        Data that are not trained on.
    progress : callable, optional
        Wraps the range of epochs, for example ``tqdm.tqdm``.

    Returns
    -------
    dict
        ``"loss"``: for each epoch the loss of all its predictions, each made before the update that learned from
        it (as in Keras). ``"val_loss"``: after each epoch, if there are validation data.

    Raises
    ------
    ValueError
        If shapes do not fit, a value is not finite, or the loss is unknown. Nothing has been learned then.
    TypeError
        If `optimizer` has no ``update``, or `rng` is a seed.

    Examples
    --------
    >>> from dlnotes.network import Dense
    >>> from dlnotes.optimizers import SGD
    >>> network, optimizer = Network([Dense([[0.0]])]), SGD(learning_rate=0.25)
    >>> history = fit(network, [[1.0]], [[2.0]], "mean_squared_error", optimizer, epochs=3)
    >>> print(history["loss"])
    [4.0, 1.0, 0.25]
    """
    inputs, targets = real_array("x", x, finite=True), np.asarray(y_true)
    rounds = range(whole_number("epochs", epochs, least=0))
    minibatches(inputs, targets, batch_size)
    if rng is not None:
        generator("rng", rng)
    _check(network, inputs, targets, loss, optimizer)
    history: dict[str, list[float]] = {"loss": []}
    if validation_data is not None:
        backpropagate(network, *validation_data, loss)
        history["val_loss"] = []
    for _ in rounds if progress is None else progress(rounds):
        history["loss"].append(_epoch(network, minibatches(inputs, targets, batch_size, rng), loss, optimizer))
        if validation_data is not None:
            history["val_loss"].append(backpropagate(network, *validation_data, loss).loss)
    return history


def _check(network: Network, x: Array, y_true: NDArray[Any], loss: str, optimizer: Updater) -> None:
    """Refuse what does not fit before any batch is learned: targets as if all outputs were that of the first sample."""
    if isinstance(optimizer, (str, type)) or not callable(getattr(optimizer, "update", None)):
        raise TypeError(f"optimizer: expected an object with a method update, such as SGD(), given {optimizer!r}")
    value, _ = chosen("loss", loss, LOSSES)
    y_pred = network(x[:1])
    value(y_true, np.broadcast_to(y_pred, (len(x), y_pred.shape[-1])))


def _epoch(network: Network, batches: Iterable[tuple[Array, NDArray[Any]]], loss: str, optimizer: Updater) -> float:
    """Learn from every batch; return the loss of all predictions, each made before the update that learned from it."""
    last, parameters = network.layers[-1], network.parameters
    logits, outputs, targets = [], [], []
    for x, y_true in batches:
        passes = forward(network, x)
        _, z, y_pred = passes[-1]
        delta = output_delta(last, z, y_pred, y_true, loss)
        _, gradients = backward(network, passes, delta)
        optimizer.update(parameters, in_order(gradients))
        logits.append(z)
        outputs.append(y_pred)
        targets.append(y_true)
    labels, y_pred = np.concatenate(targets), np.concatenate(outputs)
    value, _ = LOSSES[loss]
    of_outputs = value(labels, y_pred)  # infinite where a probability is rounded to 0, and its logit is not
    return of_outputs if isfinite(of_outputs) else output_loss(last, np.concatenate(logits), y_pred, labels, loss)

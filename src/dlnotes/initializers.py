r"""Initial weights. All take the shape (units, inputs), so ``inputs`` is the fan-in and ``units`` the fan-out.

In formulas they are $n$ and $m$.

The random ones draw from an explicit generator; nothing here touches NumPy's global state.
"""

from collections.abc import Callable

import numpy as np

from dlnotes._validation import Array, generator, real_number, whole_number


def _sizes(shape: tuple[int, int]) -> tuple[int, int]:
    if len(shape) != 2:
        raise ValueError(f"shape: expected (units, inputs), given {shape}")
    return whole_number("shape", shape[0], least=1), whole_number("shape", shape[1], least=1)


def zeros(shape: tuple[int, int], rng: np.random.Generator | None = None) -> Array:
    """All zeros: right for biases, but as weights it leaves all hidden units equal forever.

    Parameters
    ----------
    shape : tuple (units, inputs)
        Of the weights.
    rng : numpy.random.Generator, optional
        Not used; here so that all initializers are called alike.

    Returns
    -------
    ndarray, shape (units, inputs)
        Zeros.

    Examples
    --------
    >>> print(zeros((1, 2)))
    [[0. 0.]]
    """
    return np.zeros(_sizes(shape))


def normal(shape: tuple[int, int], rng: np.random.Generator, stddev: float = 0.05) -> Array:
    """Draw from the normal distribution with mean zero and a fixed standard deviation, whatever the fan-in.

    Parameters
    ----------
    shape : tuple (units, inputs)
        Of the weights.
    rng : numpy.random.Generator
        Where the numbers come from.
    stddev : float, not negative
        Standard deviation; the default is that of Keras.

    Returns
    -------
    ndarray, shape (units, inputs)
        Their size does not depend on the shape.

    Examples
    --------
    >>> print(f"{normal((200, 200), np.random.default_rng(0)).std():.2f}")
    0.05
    """
    spread = real_number("stddev", stddev, least=0.0)
    return generator("rng", rng).normal(0.0, spread, size=_sizes(shape))


def glorot_uniform(shape: tuple[int, int], rng: np.random.Generator) -> Array:
    r"""Draw uniformly between $-r$ and $r$ with $r = \sqrt{\frac{6}{n + m}}$; also called Xavier.

    The variance of that interval is $\frac{r^2}{3} = \frac{2}{n + m}$, a compromise between keeping the size of what
    goes forward ($\frac{1}{n}$) and of what comes back ($\frac{1}{m}$). It assumes an activation with
    $f'(0) = 1$, such as tanh: not the sigmoid, for $\sigma'(0) = \frac{1}{4}$, and not ReLU.

    Parameters
    ----------
    shape : tuple (units, inputs)
        Of the weights.
    rng : numpy.random.Generator
        Where the numbers come from.

    Returns
    -------
    ndarray, shape (units, inputs)
        Between $-r$ and $r$.

    See Also
    --------
    he_normal : For ReLU.

    References
    ----------
    Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010), equation 16.

    Examples
    --------
    >>> print(f"{abs(glorot_uniform((300, 300), np.random.default_rng(0))).max():.3f}")
    0.100
    """
    units, inputs = _sizes(shape)
    bound = np.sqrt(6.0 / (inputs + units))
    return generator("rng", rng).uniform(-bound, bound, size=(units, inputs))


def he_normal(shape: tuple[int, int], rng: np.random.Generator) -> Array:
    r"""Draw from the normal distribution with mean zero and variance $\frac{2}{n}$, for ReLU.

    The two makes up for the half of the inputs that ReLU sets to zero. Like PyTorch, this draws from the whole normal
    distribution; Keras cuts its tails off, at two standard deviations, and widens the rest to the same variance.

    Parameters
    ----------
    shape : tuple (units, inputs)
        Of the weights.
    rng : numpy.random.Generator
        Where the numbers come from.

    Returns
    -------
    ndarray, shape (units, inputs)
        Of any size, though seldom of more than a few standard deviations.

    See Also
    --------
    glorot_uniform : For tanh and the like.

    References
    ----------
    He et al., "Delving deep into rectifiers" (arXiv 1502.01852), section 2.2.

    Examples
    --------
    >>> print(f"{he_normal((300, 200), np.random.default_rng(0)).std():.2f}")
    0.10
    """
    units, inputs = _sizes(shape)
    return generator("rng", rng).normal(0.0, np.sqrt(2.0 / inputs), size=(units, inputs))


INITIALIZERS: dict[str, Callable[[tuple[int, int], np.random.Generator], Array]] = {
    "zeros": zeros,
    "normal": normal,
    "glorot_uniform": glorot_uniform,
    "he_normal": he_normal,
}

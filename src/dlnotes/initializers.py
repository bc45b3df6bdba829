"""Initial weights. All take the shape (units, inputs), so ``inputs`` is the fan-in and ``units`` the fan-out.

The random ones draw from an explicit generator; nothing here touches NumPy's global state.
"""

import numpy as np

from dlnotes._validation import Array, real_number, whole_number


def _sizes(shape: tuple[int, int]) -> tuple[int, int]:
    if len(shape) != 2:
        raise ValueError(f"shape: expected (units, inputs), given {shape}")
    return whole_number("shape", shape[0], least=1), whole_number("shape", shape[1], least=1)


def zeros(shape: tuple[int, int], rng: np.random.Generator | None = None) -> Array:
    """All zeros: right for biases, but as weights it leaves all hidden units equal for ever.

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
    """Draw from the normal distribution with mean 0 and a fixed standard deviation, whatever the fan-in.

    Parameters
    ----------
    shape : tuple (units, inputs)
        Of the weights.
    rng : numpy.random.Generator
        Where the numbers come from.
    stddev : float, not negative
        Standard deviation; 0.05 as in Keras.

    Returns
    -------
    ndarray, shape (units, inputs)
        Random weights.

    Examples
    --------
    >>> print(f"{normal((200, 200), np.random.default_rng(0)).std():.2f}")
    0.05
    """
    return rng.normal(0.0, real_number("stddev", stddev, least=0.0), size=_sizes(shape))


def glorot_uniform(shape: tuple[int, int], rng: np.random.Generator) -> Array:
    """Draw from ``[-r, r)`` with ``r = sqrt(6 / (inputs + units))``, for tanh and sigmoid; or Xavier.

    The variance of that interval is ``r^2 / 3 = 2 / (inputs + units)``. Source: Glorot and Bengio, "Understanding
    the difficulty of training deep feedforward neural networks" (2010), equation 16.

    Parameters
    ----------
    shape : tuple (units, inputs)
        Of the weights.
    rng : numpy.random.Generator
        Where the numbers come from.

    Returns
    -------
    ndarray, shape (units, inputs)
        Random weights.

    Examples
    --------
    >>> print(f"{abs(glorot_uniform((300, 300), np.random.default_rng(0))).max():.3f}")
    0.100
    """
    units, inputs = _sizes(shape)
    bound = np.sqrt(6.0 / (inputs + units))
    return rng.uniform(-bound, bound, size=(units, inputs))


def he_normal(shape: tuple[int, int], rng: np.random.Generator) -> Array:
    """Draw from the normal distribution with mean 0 and variance ``2 / inputs``, for ReLU.

    The normal distribution is not cut off, as in PyTorch; Keras cuts it at two standard deviations and
    widens the rest to the same variance. Source: He et al., "Delving deep into rectifiers" (arXiv 1502.01852).

    Parameters
    ----------
    shape : tuple (units, inputs)
        Of the weights.
    rng : numpy.random.Generator
        Where the numbers come from.

    Returns
    -------
    ndarray, shape (units, inputs)
        Random weights.

    Examples
    --------
    >>> print(f"{he_normal((300, 200), np.random.default_rng(0)).std():.2f}")
    0.10
    """
    units, inputs = _sizes(shape)
    return rng.normal(0.0, np.sqrt(2.0 / inputs), size=(units, inputs))

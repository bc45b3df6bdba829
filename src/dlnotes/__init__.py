"""The fundamentals of deep learning in NumPy: small, readable, proven.

One topic, one module; nothing is re-exported here, so every import says where a thing lives.
The elementwise derivative of ``f`` is named ``f_derivative``, the gradient of a scalar loss ``f_gradient``.
Numbers are float64: float32 and integers are converted, except that an optimizer keeps the precision of its parameters.
"""

__version__ = "0.1.0"

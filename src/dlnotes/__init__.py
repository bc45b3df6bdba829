"""The fundamentals of deep learning in NumPy: small, readable, proven.

One topic, one module; nothing is re-exported here, so every import says where a thing lives.
The elementwise derivative of ``f`` is named ``f_derivative``, the gradient of a scalar loss ``f_gradient``.
"""

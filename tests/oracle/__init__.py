"""The oracle: the mathematics of dlnotes written a second time, sharing no code with the package.

The tests of the package and the proofs of the pages take their expected values from here. A function is written as
its definition stands and is evaluated at the working precision of mpmath, 50 digits unless said otherwise. Where a
definition cancels, the precision is raised (`oracle.precision.precisely`), not the formula rearranged. Derivatives
come from differentiating the function itself (`oracle.differentiation`), never from a formula for the derivative.
"""

import mpmath

mpmath.mp.dps = 50

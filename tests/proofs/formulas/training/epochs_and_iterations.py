"""The formulas of the page about epochs and iterations."""

from dlnotes.training import iterations_per_epoch
from oracle import formulas as oracle
from press.formula.meanings import Of, Whole
from press.formula.page import Meaning

MEANING = Meaning(
    {"N": Whole(1, 500, extremes=(60, 2000, 2050)), "B": Whole(1, 40, extremes=(20, 200, 200))},
    values={
        r"\left\lceil \frac{N}{B} \right\rceil \qquad \left\lfloor \frac{N}{B} \right\rfloor": [
            Of(lambda N, B: oracle.batches(N, B, drop_last=False), code=lambda N, B: iterations_per_epoch(int(N), int(B))),
            Of(lambda N, B: oracle.batches(N, B, drop_last=True), code=lambda N, B: iterations_per_epoch(int(N), int(B), True)),
        ],
    },
)

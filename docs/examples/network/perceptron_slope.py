from dlnotes.activations import step_derivative
from dlnotes.datasets import logic_gate
from dlnotes.network import weighted_sum

x, _ = logic_gate("and")
z = weighted_sum(x, [1.0, 1.0], -1.5)
slope = step_derivative(z)

for zi, si in zip(z, slope):
    print(f"z = {zi:+.1f}   step'(z) = {si:.0f}")

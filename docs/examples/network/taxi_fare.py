import numpy as np
from dlnotes.network import weighted_sum

distance = np.array([[0.0], [2.0], [5.0]])
fare = weighted_sum(distance, [1.2], bias=4.8)
without_bias = weighted_sum(distance, [1.2])

for km, with_base, without in zip(distance[:, 0], fare, without_bias):
    print(f"distance = {km:.0f}   fare = {with_base:4.1f}   without the base fare = {without:.1f}")

import numpy as np
from dlnotes.network import weighted_sum

distance = np.array([[0.0], [2.0], [5.0]])
fare = weighted_sum(distance, [1.2], bias=4.8)
without_bias = weighted_sum(distance, [1.2])

for i in range(3):
    print(f"distance = {distance[i, 0]:.0f}   fare = {fare[i]:4.1f}"
          f"   without the base fare = {without_bias[i]:.1f}")

"""Backpropagation against a worked example by hand, and against central differences."""

import numpy as np

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD


def worked_example():
    return Network(
        [
            Dense([[0.3, 0.25], [0.4, 0.35]], activation="sigmoid"),
            Dense([[0.45, 0.4], [0.7, 0.6]], activation="sigmoid"),
        ]
    )


def test_worked_example():
    # The numbers of the source notes, eight decimals each; they were computed there by hand.
    network = worked_example()
    trace = backpropagate(network, [0.1, 0.2], [0.4, 0.6], "half_sum_squared_error")
    np.testing.assert_allclose(trace.layers[0].output, [0.51998934, 0.52747230], atol=5e-9)
    np.testing.assert_allclose(trace.y_pred, [0.60944600, 0.66384491], atol=5e-9)
    np.testing.assert_allclose(trace.loss, 0.02397190, atol=5e-9)
    SGD(learning_rate=0.5).update(network.parameters, trace.gradients)
    np.testing.assert_allclose(
        network.layers[1].weights, [[0.43703857, 0.38685205], [0.69629578, 0.59624247]], atol=5e-9
    )
    np.testing.assert_allclose(
        network.layers[0].weights, [[0.29959556, 0.24919112], [0.39964496, 0.34928991]], atol=5e-9
    )
    after = backpropagate(network, [0.1, 0.2], [0.4, 0.6], "half_sum_squared_error")
    np.testing.assert_allclose(after.loss, 0.02323634, atol=5e-9)

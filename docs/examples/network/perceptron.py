import numpy as np
from dlnotes.network import Perceptron

weights = np.array([0.5, 0.2, 0.3])  # price, distance, condition
threshold = 0.6
bikes = np.array([[0.9, 0.5, 0.8], [0.4, 0.9, 0.6], [0.8, 0.1, 0.7]])

scores = bikes @ weights
above = (scores > threshold).astype(float)
answers = Perceptron(weights, bias=-threshold)(bikes)

for score, a, y in zip(scores, above, answers):
    print(f"score = {score:.2f}   above: {a:.0f}   perceptron: {y:.0f}")

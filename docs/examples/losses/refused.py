from dlnotes.losses import binary_crossentropy, categorical_crossentropy

probabilities = [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]]
cases = [
    (categorical_crossentropy, [0, 1], probabilities),
    (categorical_crossentropy, [[1, 0, 0]], [[2.0, -1.0, 0.5]]),
    (binary_crossentropy, [[1.0]], [[2.5]]),
    (binary_crossentropy, [1.0, 0.0], [[0.9], [0.2]]),
]
for loss, labels, outputs in cases:
    try:
        loss(labels, outputs)
    except ValueError as error:
        print(f"{error}")

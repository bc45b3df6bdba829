from dlnotes.network import Dense, Network

W1 = [[1.0, 1.0], [1.0, 1.0]]
hidden = Dense(W1, bias=[0.0, -1.0], activation="relu")
network = Network([hidden, Dense([[1.0, -2.0]])])
points = [[0.5, 0.5], [2.0, 2.0]]
middle, far = network(points)[:, 0]

print(f"at (0.5, 0.5): {middle:.1f}")
print(f"at (2, 2): {far:.1f}")

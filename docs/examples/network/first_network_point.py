from dlnotes.network import Dense, Network

hidden = Dense([[1, 1], [1, 1]], bias=[0, -1], activation="relu")
network = Network([hidden, Dense([[1, -2]], bias=[0])])
x = [3.0, 0.5]
h, y = hidden(x), network(x)

print(f"h = ({h[0]:.1f}, {h[1]:.1f})   y = {y[0]:.1f}")

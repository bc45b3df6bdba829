from dlnotes.network import Dense, Network

hidden = Dense([[1, 1], [1, 1]], bias=[0, -1], activation="relu")
right = Network([hidden, Dense([[1, -2]], bias=[0])])
wrong = Network([hidden, Dense([[1, -2]], [0], activation="relu")])

for x in ([1.0, 1.0], [1.0, 0.0], [3.0, 0.5]):
    y, bent = right(x)[0], wrong(x)[0]
    print(f"x = ({x[0]}, {x[1]})   y = {y:4.1f}   bent: {bent:4.1f}")

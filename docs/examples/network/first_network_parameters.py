from dlnotes.network import Dense, Network

hidden = Dense([[1, 1], [1, 1]], bias=[0, -1], activation="relu")
output = Dense([[1, -2]], bias=[0])
sizes = [part.size for part in Network([hidden, output]).parameters]
total = sum(sizes)

print(f"hidden layer   weights = {sizes[0]}   biases = {sizes[1]}")
print(f"output layer   weights = {sizes[2]}   biases = {sizes[3]}")
print(f"parameters = {total}")

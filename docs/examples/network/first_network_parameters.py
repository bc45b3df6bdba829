from dlnotes.network import Dense, Network

network = Network([Dense([[1, 1], [1, 1]], bias=[0, -1], activation="relu"), Dense([[1, -2]], bias=[0])])
sizes = [parameter.size for parameter in network.parameters]

print(f"hidden layer   weights = {sizes[0]}   biases = {sizes[1]}")
print(f"output layer   weights = {sizes[2]}   biases = {sizes[3]}")
print(f"parameters = {sum(sizes)}")

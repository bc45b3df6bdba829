from dlnotes.activations import sigmoid

y = sigmoid(3.0)
mirrored = sigmoid(-3.0)
total = y + mirrored

print(f"sigmoid(3) = {y:.8f}")
print(f"sigmoid(-3) = {mirrored:.8f}")
print(f"sum = {total:.8f}")

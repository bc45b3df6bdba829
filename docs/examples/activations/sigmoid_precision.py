from dlnotes.activations import sigmoid

subtracted = 1 - sigmoid(40.0)
mirrored = sigmoid(-40.0)

print(f"1 - sigmoid(40) = {subtracted:.8e}")
print(f"sigmoid(-40)    = {mirrored:.8e}")

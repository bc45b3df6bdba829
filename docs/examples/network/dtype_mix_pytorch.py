import numpy as np
import torch

x = torch.from_numpy(np.array([[1.0, 2.0]]))
layer = torch.nn.Linear(2, 3)
torch.nn.init.ones_(layer.weight)
torch.nn.init.zeros_(layer.bias)
print(f"input {x.dtype}, weights {layer.weight.dtype}")
try:
    layer(x)
except RuntimeError as error:
    print(f"{error}")
for value in layer(x.float())[0]:
    print(f"y = {value:.1f}")

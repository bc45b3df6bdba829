import torch

x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
layer = torch.nn.Linear(2, 1)
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[1.0, 1.0]]))  # (units, inputs)
    layer.bias.copy_(torch.tensor([-1.5]))
    z = layer(x)[:, 0]

for (x1, x2), zi in zip(x, z):
    y = float(zi > 0)
    print(f"{x1:.0f} and {x2:.0f}   z = {zi:+.1f}   y = {y:.0f}")

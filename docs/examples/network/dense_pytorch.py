import torch

W = torch.tensor([[1.0, 0.5], [-1.0, 0.25], [0.5, 1.0]])
b = torch.tensor([0.0, 0.5, -0.25])
layer = torch.nn.Linear(in_features=2, out_features=3)
with torch.no_grad():
    layer.weight.copy_(W)
    layer.bias.copy_(b)
    a = torch.relu(layer(torch.tensor([2.0, 3.0])))

rows, columns = layer.weight.shape
print(f"weight   rows = {rows} (units)   columns = {columns} (inputs)")
for unit, ai in enumerate(a, start=1):
    print(f"unit {unit}   a = {ai:.2f}")

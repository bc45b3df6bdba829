import torch

x = torch.tensor([[2.0, 3.0]])
layer = torch.nn.Linear(2, 3)
with torch.no_grad():
    kernel = torch.tensor([[1.0, -1.0, 0.5], [0.5, 0.25, 1.0]])
    layer.weight[:] = kernel.T
    layer.bias[:] = torch.tensor([0.0, 0.5, -0.25])
    z = layer(x)[0]
units, inputs = layer.weight.shape
low = torch.tensor([-10.0])

print(f"weight: units = {units}, inputs = {inputs}")
for unit, zi in enumerate(z, start=1):
    print(f"unit {unit}: z = {zi:.4f}")
print(f"function = {torch.nn.functional.leaky_relu(low)[0]:.4f}")
print(f"layer = {torch.nn.LeakyReLU()(low)[0]:.4f}")

import torch

x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.ReLU(), torch.nn.Linear(2, 1))
with torch.no_grad():
    model[0].weight[:] = 1.0
    model[0].bias[:] = torch.tensor([0.0, -1.0])
    model[2].weight[:] = torch.tensor([[1.0, -2.0]])
    model[2].bias[:] = 0.0

for xi, yi in zip(x, model(x)[:, 0]):
    print(f"{xi[0]:.0f} XOR {xi[1]:.0f} = {yi:.1f}")

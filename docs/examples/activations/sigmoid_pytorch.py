import torch

x = torch.tensor([-5.0, 0.0, 5.0], dtype=torch.float64)
x.requires_grad_()
y = torch.sigmoid(x)
y.sum().backward()

for xi, yi, slope in zip(x, y, x.grad):
    print(f"sigmoid({xi:4.1f}) = {yi:.8f}   slope = {slope:.8f}")

import torch

x = torch.tensor([-3.0, 0.0, 3.0]).double().requires_grad_()
y = torch.tanh(x)
y.sum().backward()

for xi, yi, slope in zip(x, y, x.grad):
    print(f"tanh({xi:4.1f}) = {yi:.8f}   slope = {slope:.8f}")

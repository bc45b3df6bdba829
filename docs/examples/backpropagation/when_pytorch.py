import torch

z = torch.tensor([1.0, 3.0, 2.0], requires_grad=True)
print(f"argmax has a gradient: {z.argmax().requires_grad}")
z.max().backward()
for number, slope in enumerate(z.grad, start=1):
    print(f"max, slope {number} = {slope:.1f}")

z.grad = None
z.round().sum().backward()
print(f"round, largest slope = {z.grad.abs().max():.1f}")

front, frozen = torch.nn.Linear(2, 2), torch.nn.Linear(2, 1)
for parameter in frozen.parameters():
    parameter.requires_grad = False
frozen.weight.fill_(2.0)
frozen(front(torch.ones(2))).sum().backward()
print(f"frozen layer: {frozen.weight.grad}")
print(f"in front of it = {front.bias.grad[0]:.1f}")

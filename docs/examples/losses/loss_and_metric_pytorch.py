import torch
from torch.nn.functional import cross_entropy, mse_loss

t = torch.tensor([2.0, 4.0, 1.0]).double()
y = torch.tensor([5.0, 4.0, 0.0]).double()
labels = torch.tensor([0, 2])
logits = torch.tensor([[2.0, 1.0, -1.0], [0.0, 3.0, 1.0]]).double()
logits.requires_grad_()
loss = cross_entropy(logits, labels)
accuracy = (logits.argmax(dim=1) == labels).double().mean()

print(f"mean     = {mse_loss(y, t).item():.5f}")
print(f"sum      = {mse_loss(y, t, reduction='sum').item():.5f}")
for name, value in (("loss", loss), ("accuracy", accuracy)):
    way = "a" if value.grad_fn else "no"
    print(f"{name:8} = {value.item():.5f}   {way} grad_fn")

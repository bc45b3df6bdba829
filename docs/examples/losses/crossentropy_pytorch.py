import torch
from torch.nn import BCELoss, BCEWithLogitsLoss, CrossEntropyLoss

logits = torch.tensor([[2.0, 1.0, -1.0]]).double()
label = torch.tensor([2])
t = torch.tensor([[0.0, 0.0, 1.0]]).double()
z = torch.tensor([1.5]).double().requires_grad_()
rain = torch.tensor([1.0]).double()
losses = {
    "categorical": CrossEntropyLoss()(logits, t),
    "sparse": CrossEntropyLoss()(logits, label),
    "smoothed": CrossEntropyLoss(label_smoothing=0.1)(logits, label),
    "binary, p": BCELoss()(torch.sigmoid(z), rain),
    "binary, z": BCEWithLogitsLoss()(z, rain),
}
for name, value in losses.items():
    print(f"{name:12} = {value.item():.5f}")
losses["binary, z"].backward()
print(f"p - t        = {z.grad.item():.5f}")

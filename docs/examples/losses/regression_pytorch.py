import torch
from torch.nn import functional

t = torch.tensor([10.0, 12.0, 15.0, 20.0]).double()
y = torch.tensor([12.0, 11.0, 15.0, 16.0]).double().requires_grad_()
values = {
    "MSE": functional.mse_loss(y, t),
    "SSE": functional.mse_loss(y, t, reduction="sum"),
    "MAE": functional.l1_loss(y, t),
    "Huber": functional.huber_loss(y, t, delta=3.0),
    "SmoothL1": functional.smooth_l1_loss(y, t, beta=3.0),
}

for name, value in values.items():
    print(f"{name} = {value:.4f}")
for name in ("MAE", "Huber"):
    for slope in torch.autograd.grad(values[name], y)[0]:
        print(f"slope of {name} = {slope:.4f}")

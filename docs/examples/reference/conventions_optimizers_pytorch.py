import torch
from torch import optim as o

def path(make, start, gradients, rates, **options):
    w = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = make([w], **options)
    for g, rate in zip(gradients, rates):
        optimizer.param_groups[0]["lr"] = rate
        w.grad = w.detach() * 1 if g is None else w.detach() * 0 + g
        optimizer.step()
    return w.item()

nesterov = {"momentum": 0.9, "nesterov": True}
changed = [1.0, 1.0, 0.1, 0.1]
print(f"Adagrad = {-path(o.Adagrad, 0.0, [0.1], [1.0]):.4f}")
print(f"RMSprop = {-path(o.RMSprop, 0.0, [1e-6], [1.0]):.4f}")
print(f"Adam = {-path(o.Adam, 0.0, [1e-6], [1.0]):.4f}")
decay = path(o.AdamW, 1.0, [0.0], [0.1], weight_decay=0.5)
nag = path(o.SGD, 1.0, [None] * 4, [0.1] * 4, **nesterov)
heavy = path(o.SGD, 0.0, [1.0] * 4, changed, momentum=0.5)
print(f"AdamW, gradient 0 = {decay:.4f}")
print(f"Nesterov after 4 = {nag:.6f}")
print(f"momentum, rate changed = {heavy:.4f}")

import torch

make = torch.optim
optimizers = {
    "SGD": lambda w: make.SGD(w, lr=0.1),
    "Momentum": lambda w: make.SGD(w, lr=0.1, momentum=0.75),
    "NAG": lambda w: make.SGD(w, 0.1, momentum=0.75, nesterov=True),
    "Adagrad": lambda w: make.Adagrad(w, lr=0.1),
    "RMSprop": lambda w: make.RMSprop(w, lr=0.1, alpha=0.75),
    "Adam": lambda w: make.Adam(w, lr=0.1, betas=(0.75, 0.75)),
}

for name, build in optimizers.items():
    w, path = torch.tensor([1.0], requires_grad=True), []
    optimizer = build([w])
    for g in (3.0, 4.0):
        w.grad = torch.tensor([g])
        optimizer.step()
        path.append(f"w = {w.item():.3f}")
    print(f"{name}: {', '.join(path)}")

import torch
from torch.nn import functional as f

x = torch.tensor([[0.0, 1.0], [1.0, 0.0], [1.0, 2.0], [2.0, 1.0]])
number, flag = [[2.0], [1], [5], [4]], [[0.0], [0], [1], [1]]
classes = [0, 1, 2, 2]
flags = [[1.0, 0, 0], [0, 1, 0], [1, 1, 1], [0, 1, 1]]
recipes = [
    ("regression", 1, f.mse_loss, number),
    ("binary", 1, f.binary_cross_entropy_with_logits, flag),
    ("multiclass", 3, f.cross_entropy, classes),
    ("multilabel", 3, f.binary_cross_entropy_with_logits, flags),
]
for name, units, loss, t in recipes:
    layer, losses = torch.nn.Linear(2, units), []
    sgd = torch.optim.SGD(layer.parameters(), lr=0.1)
    list(map(torch.nn.init.zeros_, layer.parameters()))
    for _ in range(101):
        sgd.zero_grad()
        losses.append(loss(layer(x), torch.tensor(t)))
        losses[-1].backward()
        sgd.step()
    first, last = losses[0], losses[100]
    print(f"{name:10} before: {first:.4f}, after: {last:.4f}")

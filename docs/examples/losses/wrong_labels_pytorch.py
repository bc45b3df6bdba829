import torch
from torch.nn import functional as f

column, vector = torch.tensor([[0.5], [-0.5]]), torch.tensor([1.0, 0.0])
rows = torch.tensor([[2.0, -1.0, 0.5], [0.0, 0.0, 0.0]])
attempts = [
    (f.binary_cross_entropy, column, vector.reshape(2, 1)),
    (f.binary_cross_entropy_with_logits, column, vector),
    (f.cross_entropy, rows, vector),
    (f.cross_entropy, rows, vector.long().reshape(2, 1)),
]
for loss, output, labels in attempts:
    try:
        print(f"{loss(output, labels):.4f}")
    except (RuntimeError, ValueError) as error:
        print(f"{error}")
print(f"accepted, loss = {f.cross_entropy(rows, vector.long()):.4f}")
print(f"(2, 1) and (2,) broadcast: {f.mse_loss(column, vector):.4f}")

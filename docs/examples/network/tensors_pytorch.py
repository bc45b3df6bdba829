import torch

a = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
over_rows = a.sum(dim=0)
over_columns = a.sum(dim=1)

print(f"rank: {a.ndim}   shape {tuple(a.shape)}   {a.dtype}")
for name, sums in (("dim=0", over_rows), ("dim=1", over_columns)):
    for value in sums:
        print(f"{name}   sum: {value:.0f}")

import torch

A = torch.tensor([[0, 1, 2], [3, 4, 5]])
try:
    A.T.view(6)
except RuntimeError as error:
    print(f"{error}")
for value in A.T.reshape(6):
    print(f"element: {value}")

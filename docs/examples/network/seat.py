import numpy as np

seats = np.arange(24).reshape(2, 3, 4)  # section, row, seat
section = seats[1]
row = seats[1, 2]
seat = seats[1, 2, 3]

print(f"seats[1]        rank = {section.ndim}  shape = {section.shape}")
print(f"seats[1, 2]     rank = {row.ndim}  shape = {row.shape}")
print(f"seats[1, 2, 3]  rank = {seat.ndim}  number = {seat}")

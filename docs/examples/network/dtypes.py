import numpy as np

pixels = np.array([100, 250], dtype=np.uint8)
largest = np.iinfo(np.uint8).max
wrapped = pixels + np.uint8(10)
right = pixels.astype(np.float64) + 10.0
big = np.float32(16777216.0)
same = big + np.float32(1.0)

print(f"largest uint8 = {largest}")
print(f"uint8     {pixels[0]} + 10 = {wrapped[0]}   {pixels[1]} + 10 = {wrapped[1]}")
print(f"float64   {pixels[0]} + 10 = {right[0]:.0f}   {pixels[1]} + 10 = {right[1]:.0f}")
print(f"float32   {big:.0f} + 1 = {same:.0f}")

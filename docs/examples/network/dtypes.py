import numpy as np

pixels = np.array([100, 250], dtype=np.uint8)
largest = np.iinfo(np.uint8).max
wrapped = pixels + np.uint8(10)
right = pixels.astype(np.float64) + 10.0
big = np.float32(16777216.0)
same = big + np.float32(1.0)

print(f"largest uint8 = {largest}")
for before, after, real in zip(pixels, wrapped, right):
    print(f"{before} + 10   uint8: {after}   float64: {real:.0f}")
print(f"float32   {big:.0f} + 1 = {same:.0f}")

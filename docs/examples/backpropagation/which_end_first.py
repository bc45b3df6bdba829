def multiplications(left, right):
    return left[0] * left[1] * right[1]


first, middle, last = (1000, 1000), (1000, 1000), (1, 1000)
row, square = (1, 1000), (1000, 1000)
from_end = multiplications(last, middle)
from_end += multiplications(row, first)
from_front = multiplications(middle, first)
from_front += multiplications(last, square)

print(f"from the error: {from_end:,} multiplications")
print(f"from the input: {from_front:,} multiplications")

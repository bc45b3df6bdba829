a, b, arrives = 2.0, 5.0, 3.0

added = (arrives * 1.0, arrives * 1.0)
multiplied = (arrives * b, arrives * a)
largest = (arrives * (a >= b), arrives * (a < b))
used_twice = arrives + 4.0

print(f"a + b      hands back {added}")
print(f"a * b      hands back {multiplied}")
print(f"max(a, b)  hands back {largest}")
print(f"a value used twice collects {used_twice}")

samples_even = 2000
cases = [(2050, 200), (samples_even, 200), (2001, 200)]
floor = [samples // size for samples, size in cases]
one_more = [samples // size + 1 for samples, size in cases]
up = [-(-samples // size) for samples, size in cases]
for (samples, size), a, b, c in zip(cases, floor, one_more, up):
    print(f"{samples} samples by {size}: // {a}, // + 1 {b}, up {c}")

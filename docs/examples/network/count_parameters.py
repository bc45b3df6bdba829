def count_parameters(sizes):
    total, inputs = 0, sizes[0]
    for neurons in sizes[1:]:
        total += neurons * inputs + neurons
        inputs = neurons
    return total


small = count_parameters([4, 6, 2])
large = count_parameters([64, 32, 10])
assert small == 44
assert large == 2410
print(f"4-6-2: {small}   64-32-10: {large}")

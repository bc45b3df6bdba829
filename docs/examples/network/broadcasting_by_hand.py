def broadcast(first, second):
    rank = max(len(first), len(second))
    first = (1,) * (rank - len(first)) + first
    second = (1,) * (rank - len(second)) + second
    for a, b in zip(first, second):
        if a != b and a != 1 and b != 1:
            raise ValueError(f"{a} and {b} do not fit")
    return tuple(b if a == 1 else a for a, b in zip(first, second))


pairs = [((4, 3), (3,)), ((9, 1), (9,)), ((1, 2, 2), (3, 2))]
for first, second in pairs:
    try:
        print(f"{first} with {second}: {broadcast(first, second)}")
    except ValueError as error:
        print(f"{first} with {second}: {error}")

import keras

w = {}
make = keras.optimizers.SGD
optimizers = {
    "momentum": make(learning_rate=0.1, momentum=0.9),
    "NAG": make(learning_rate=0.1, momentum=0.9, nesterov=True),
}
for name in optimizers:
    w[name] = keras.Variable([1.0], dtype="float64")

for step in range(1, 12):
    for name, optimizer in optimizers.items():
        if step == 11:
            optimizer.learning_rate = 0.01
        optimizer.apply([2 * w[name].value.detach()], [w[name]])
    cells = "  ".join(f"{n} = {float(w[n][0]):.5f}" for n in w)
    print(cells)

import keras

w, optimizers = {}, {}
for name, start in (("start at 0.1", 0.1), ("start at 0", 0.0)):
    w[name] = keras.Variable([1.0], dtype="float64")
    optimizers[name] = keras.optimizers.Adagrad(
        learning_rate=0.5,
        initial_accumulator_value=start,
        epsilon=1e-06,
    )

for _ in range(10):
    for name, optimizer in optimizers.items():
        optimizer.apply([2 * w[name].value.detach()], [w[name]])
    print("  ".join(f"{n} = {float(w[n][0]):.5f}" for n in w))

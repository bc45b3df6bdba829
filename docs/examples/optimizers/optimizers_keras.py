import keras

make = keras.optimizers
optimizers = {
    "SGD": make.SGD(0.1),
    "Momentum": make.SGD(0.1, momentum=0.75),
    "NAG": make.SGD(0.1, momentum=0.75, nesterov=True),
    "Adagrad": make.Adagrad(0.1, initial_accumulator_value=0.0),
    "RMSprop": make.RMSprop(0.1, rho=0.75),
    "Adam": make.Adam(0.1, beta_1=0.75, beta_2=0.75),
}

for name, optimizer in optimizers.items():
    w, path = keras.Variable([1.0], dtype="float64"), []
    for g in (3.0, 4.0):
        g = keras.ops.convert_to_tensor([g], dtype="float64")
        optimizer.apply([g], [w])
        path.append(f"w = {keras.ops.convert_to_numpy(w)[0]:.3f}")
    print(f"{name}: {', '.join(path)}")

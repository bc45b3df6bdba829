import keras

names = ("learning_rate", "beta_1", "beta_2", "epsilon")
for name in names:
    value = keras.optimizers.get("adam").get_config()[name]
    print(f"'adam': {name} = {value:.7f}")

note = {"beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-7}
right = keras.optimizers.Adam(0.001, amsgrad=False, **note)
print(f"the mended call gives {type(right).__name__}")
for name in ("lr", "ansgrad", "decay"):
    try:
        rule = keras.optimizers.Adam(**{name: 0.001})
        print(f"{name} is accepted, and a warning shown")
    except (TypeError, ValueError) as error:
        print(f"{name} raises {type(error).__name__}")

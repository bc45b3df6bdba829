import keras

noted = ["binary_crossnropy", "categorical_crossntropy"]
right = ["binary_crossentropy", "categorical_crossentropy"]
for name in noted + right:
    try:
        print(f"{keras.losses.get(name).__name__}: accepted")
    except ValueError as error:
        print(f"{error}")

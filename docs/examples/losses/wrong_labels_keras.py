import keras
import numpy as np

x, classes = np.zeros((2, 2)), np.array([0, 2])
output = keras.layers.Dense(3, "softmax")
model = keras.Sequential([keras.Input((2,)), output])
name = "categorical_crossentropy"
for loss in (name, f"sparse_{name}"):
    model.compile(loss=loss)
    try:
        found = model.evaluate(x, classes, verbose=0)
        print(f"accepted, loss = {found:.4f}")
    except ValueError as error:
        print(f"{error}")

logits, t = np.array([[2.0, -1.0, 0.5]]), np.array([[1.0, 0.0, 0.0]])
loss = keras.losses.CategoricalCrossentropy
print(f"logits taken for probabilities: {loss()(t, logits):.4f}")
print(f"from_logits=True: {loss(from_logits=True)(t, logits):.4f}")

import keras
import numpy as np

x, y = np.zeros((2050, 1)), np.zeros((2050, 1))
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")

updates = []
count = keras.callbacks.LambdaCallback(
    on_train_batch_end=lambda batch, logs: updates.append(batch)
)
model.fit(x, y, batch_size=200, epochs=1, verbose=0, callbacks=[count])

print(f"iterations in one epoch: {len(updates)}")

import numpy as np
from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, Momentum, RMSprop

count, state, operations = 0, [], []


class Counted(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *given, out=None, **extra):
        global count
        count += 1
        if out:
            extra["out"] = tuple(a.view(np.ndarray) for a in out)
        given = [np.asarray(a) for a in given]
        result = getattr(ufunc, method)(*given, **extra)
        return out[0] if out else np.asarray(result).view(Counted)


for make in (SGD, Momentum, NAG, Adagrad, RMSprop, Adam):
    w, g = np.ones((2, 1000)).view(Counted)
    count, optimizer = 0, make()
    optimizer.update([w], [g])
    state.append(optimizer.state_bytes / w.nbytes)
    operations.append(count)
    print(f"{make.__name__:8}  {state[-1]:.0f} numbers  {count:2} operations")

def loss(w):
    return w**2


w = 1.0
slope = 2 * w
start = loss(w)
up = loss(w + 0.25 * slope)
down = loss(w - 0.25 * slope)
too_far = loss(w - 1.5 * slope)
print(f"start               {start:.4f}")
print(f"plus the gradient   {up:.4f}")
print(f"minus the gradient  {down:.4f}")
print(f"minus, too far      {too_far:.4f}")

from dlnotes.losses import categorical_crossentropy, kl_divergence

t = [[0.7, 0.2, 0.1]]
s = [[0.5, 0.3, 0.2]]
cross = categorical_crossentropy(t, s)
entropy = categorical_crossentropy(t, t)
kl, reverse = kl_divergence(t, s), kl_divergence(s, t)

print(f"cross-entropy  {cross:.8f}")
print(f"entropy        {entropy:.8f}")
print(f"KL divergence  {kl:.8f}")
print(f"the other way  {reverse:.8f}")

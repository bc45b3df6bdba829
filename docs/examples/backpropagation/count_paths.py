paths, edges = [], []
for hidden_layers in (1, 2, 4, 8):
    paths.append(10**hidden_layers)
    edges.append(10 + 100 * (hidden_layers - 1) + 10)
    print(f"{hidden_layers}: {paths[-1]:,} paths, {edges[-1]} edges")

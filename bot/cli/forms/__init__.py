"""What `--json` prints: the shapes that the contract fixes, in plain values and nothing else."""

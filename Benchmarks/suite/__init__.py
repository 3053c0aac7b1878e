"""The parts of `Benchmarks/run`; each does one thing and knows nothing of the command line."""

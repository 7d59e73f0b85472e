"""Judge: known answers, measures, baselines and benchmarks."""

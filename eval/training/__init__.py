"""Training the reranker (`python -m eval.train_reranker`): questions, candidates, the model, its export."""

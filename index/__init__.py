"""Find: passages, embeddings, FAISS and full-text words, kept in a library on disk."""

"""Language models put to the test as writers: scripted hostile ones, and the one that MINUTEBOOK_LLM names."""

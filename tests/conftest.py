"""No test asks a language model that its runner has named for other work."""

import os

os.environ.pop("MINUTEBOOK_LLM", None)

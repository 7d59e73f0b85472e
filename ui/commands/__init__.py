"""The commands of `minutebook`, one module each: `add` declares it, `run` does it."""

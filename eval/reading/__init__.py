"""How well papers are read: what the readers find beside a truth made by hand, as precision and recall.

Run `python -m eval.reading TRUTH.json FOLDER`. The truth holds numbers, titles, names and dates, and of every
decision the first letters of its words (`eval.reading.letters`), so that no paper's prose is kept.
"""

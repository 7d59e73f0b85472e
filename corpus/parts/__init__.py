"""What every layout is made of: lines, dates, people, numbers, decisions."""

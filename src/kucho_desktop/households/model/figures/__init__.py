"""How many, how old, who came and who went."""

"""The page of the budget: totals, sums, budget lines and their explanations."""

"""From target and realisasi to capaian, its category, the mean of a sasaran, and the budget beside it."""

"""The plan as a workbook: handed in, kept in order, adopted from others, carried into the next year."""

"""Cells and values: reading, checking and making the worksheets."""

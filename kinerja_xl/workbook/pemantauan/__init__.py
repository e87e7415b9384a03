"""Pemantauan.xlsx: how the office stands, as a workbook."""

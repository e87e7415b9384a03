"""Rencana Aksi.xlsx: the plan, read, checked and written."""

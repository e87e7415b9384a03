"""Pengaturan.xlsx: the settings of an office, read, checked and written."""

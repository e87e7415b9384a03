"""Thin faces: the command line, the demonstration, and how messages are shown."""

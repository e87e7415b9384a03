"""Facts in, actions out: pure decisions about files, no disk."""

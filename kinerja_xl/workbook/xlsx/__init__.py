"""The xlsx package: its parts read and rewritten byte by byte, everything else left as it is."""

"""What papers are made of, their heads and charts, and the Lembar Disposisi."""

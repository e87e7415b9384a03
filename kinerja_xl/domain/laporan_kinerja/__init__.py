"""The annual report (LKjIP): its comparisons as values, its sentences, its chapters."""

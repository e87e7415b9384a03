"""The content of Pemantauan.xlsx: who has what since when until when, how complete it is, and what it cost in time."""

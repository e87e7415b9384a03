"""What tells people how things stand: lists, reminders, calendars, Pemantauan."""

"""Who has to do what by when: tasks with a deadline, reminders, lists of what waits, and calendar entries."""

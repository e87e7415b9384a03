"""Reading an office's own worksheet into a plan: from its cells to rows, remarks, questions and a Rencana Aksi."""

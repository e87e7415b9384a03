"""Worksheets on their way: issued, looked for, judged, handed on, held, issued again."""

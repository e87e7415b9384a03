"""The sample office: its plan, program rows and indicators."""

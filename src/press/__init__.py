"""What turns docs/ into pages."""

"""What turns docs/ into pages: one gate that every page passes, and the parts that a marker on a page becomes."""

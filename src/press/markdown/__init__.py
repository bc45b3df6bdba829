"""Python-Markdown extensions for what needs to know no page; they run under any generator."""

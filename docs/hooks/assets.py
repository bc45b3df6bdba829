"""Fewer files to wait for: a style sheet that only the API reference needs is not loaded by every page."""

API_STYLE = "assets/_mkdocstrings.css"


def on_config(config):
    """Take the style sheet of mkdocstrings out of the list for all pages; docs/theme adds it where it is needed."""
    config.extra_css = [path for path in config.extra_css if path != API_STYLE]
    return config

"""How the documentation becomes a site: ``sphinx-build -W -b html docs docs/_build/html``."""

import quoteattr

project = "quoteattr"
author = "the developers of quoteattr"
copyright = "2026, the developers of quoteattr"
release = version = quoteattr.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "quoteattr"
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "description"
nitpicky = False

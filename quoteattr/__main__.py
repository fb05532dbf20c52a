"""``python -m quoteattr``: the command."""

import sys

from quoteattr.command import main

sys.exit(main())

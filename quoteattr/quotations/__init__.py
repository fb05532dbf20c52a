"""What stands between quotation marks?"""

from quoteattr.quotations.pairing import Quotation, quotations

__all__ = ["Quotation", "quotations"]

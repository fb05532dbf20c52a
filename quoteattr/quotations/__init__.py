"""What stands between quotation marks?"""

from quoteattr.quotations.pairing import Quotation, quotation_of, quotations

__all__ = ["Quotation", "quotation_of", "quotations"]

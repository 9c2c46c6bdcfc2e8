"""What the words of a file mean here, and what is wrong with them."""

from .checker import Checked, Checker

__all__ = ["Checked", "Checker"]

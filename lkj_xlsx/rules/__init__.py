"""Questions to a book, one function each; `collect` finds them."""

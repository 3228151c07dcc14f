"""The tables of the report, one module each: how the rows of a template sheet appear in the LKJ."""

"""What the template is, as data: sheets, fields, units, words. Template, reader, instructions and JSON Schema follow it."""

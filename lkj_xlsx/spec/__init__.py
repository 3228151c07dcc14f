"""What the template is, as data: sheets, fields, words. Template, reader, instructions and JSON Schema follow."""

"""Drawing of finished files: templates, workbooks, text, JSON. Writers show, they never compute."""

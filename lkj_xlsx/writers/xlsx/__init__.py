"""What all workbooks of ours are written with: the file, the pen, the looks, the room that text needs, the page."""

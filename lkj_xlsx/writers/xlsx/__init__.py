"""What all workbooks of ours are written with: the file, the pen, the looks, the room that text needs, the page.

Modules, each below those it imports:

fit    How much room text needs: line counts, column widths and row heights, estimated for Calibri.
page   How every sheet prints: A4, one page wide, repeated headings, page numbers; no gridlines on the screen.
sheet  A worksheet that writes the cells of a report sooner than the library does, and in the same bytes.
file   The workbook file of the writing library with our worksheets, and texts that are written sooner in the same
       bytes.
style  How workbooks look: colours, looks, number formats, and the formats made of them, each made once in a workbook.
pen    The pen of all workbooks: single cells, so that text stays text and numbers stay numbers, and whole rows
       downwards.
"""

"""The workbook file of the writing library with our worksheets, and texts that are written sooner in the same bytes."""

from __future__ import annotations

from typing import Any

from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.workbook import Workbook

from lkj_xlsx.writers.workbook_sheet import Sheet


class Strings(SharedStrings):  # type: ignore[misc]  # the library does not declare its annotations
    """The table of texts. What each text is looked through for is looked for at once here."""

    def _write_si(self, string: str) -> None:
        """A text; the library writes those with anything to escape or to keep."""
        odd = "&" in string or "<" in string or ">" in string or "_x" in string
        if odd or not string.isprintable() or string.startswith(" ") or string.endswith(" "):
            super()._write_si(string)
        else:
            self.fh.write(f"<si><t>{string}</t></si>")


class Parts(Packager):  # type: ignore[misc]  # likewise
    """The parts of the file."""

    def _write_shared_strings_file(self) -> None:
        """The table of texts, where there are any."""
        if self.workbook.str_table.count:
            strings = Strings()
            strings.string_table = self.workbook.str_table
            strings._set_xml_writer(self._filename("xl/sharedStrings.xml"))
            strings._assemble_xml_file()


class File(Workbook):  # type: ignore[misc]  # likewise
    """A workbook made of `Sheet`."""

    worksheet_class = Sheet

    def _get_packager(self) -> Any:
        return Parts()

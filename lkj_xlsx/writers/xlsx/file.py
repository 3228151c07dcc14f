"""The workbook file of the writing library with our worksheets, and texts that are written sooner in the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.workbook import Workbook

from lkj_xlsx.writers.ours import BORN
from lkj_xlsx.writers.xlsx.sheet import QuickSheet

QUIET = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


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
    """A workbook of our worksheets: in memory, born on our fixed day, and no text in it becomes a formula or a link."""

    worksheet_class = QuickSheet

    def __init__(self, target: BinaryIO | str, options: Mapping[str, Any] | None = None) -> None:
        super().__init__(target, {**QUIET, **(options or {})})

    def set_properties(self, properties: Mapping[str, Any]) -> None:
        """What the workbook says of itself, its title and the like."""
        super().set_properties({"created": BORN, **properties})

    def _get_packager(self) -> Any:
        return Parts()

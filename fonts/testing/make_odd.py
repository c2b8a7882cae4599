#!/usr/bin/env python3
"""Makes odd relatives of the square font (make_square.py), with the printable characters of ASCII alone:

    square-variable.ttf   a weight axis from 100 to 900, default 400; at 900 every glyph is 1.2 em wide instead of 1
    square-cid.otf        CFF outlines keyed by CIDs that are not glyph numbers, as fonts for Chinese and Japanese have

    python3 fonts/testing/make_odd.py        writes both beside itself
"""
import struct

import make_square
from make_square import ASCENDER, DESCENDER, EM, HERE, pack, tables_of

make_square.CHARACTERS[:] = range(0x20, 0x7F)
COUNT = len(make_square.CHARACTERS) + 1
WIDER = 200


def variable():
    """OpenType 1.9, fvar and gvar. The advances vary by the phantom points of gvar."""
    tables = tables_of(400, "Regular")

    def fixed(number):
        return struct.pack(">i", number << 16)

    axis = b"wght" + fixed(100) + fixed(400) + fixed(900) + struct.pack(">HH", 0, 1)
    instances = b"".join(struct.pack(">HH", 2, 0) + fixed(weight) for weight in (400, 700))
    tables[b"fvar"] = struct.pack(">HHHHHHHH", 1, 0, 16, 2, 1, len(axis), 2, 8) + axis + instances
    xs = [0, 0, WIDER, WIDER, 0, WIDER, 0, 0]  # four corners, four phantom points; 0 before them: all points
    deltas = bytes([0, 0x40 | len(xs) - 1]) + struct.pack(f">{len(xs)}h", *xs) + bytes([0x80 | len(xs) - 1])
    data = struct.pack(">HHHH", 1, 8, len(deltas), 0x2000) + deltas
    body, offsets = b"", [0]
    for glyph in range(COUNT):
        if glyph != 1:  # the space has no outline and stays as it is
            body += data
        offsets.append(len(body))
    shared_at = 20 + 4 * len(offsets)
    shared = struct.pack(">h", 1 << 14)
    tables[b"gvar"] = (struct.pack(">HHHHIHHI", 1, 0, 1, 1, shared_at, COUNT, 1, shared_at + len(shared))
                       + struct.pack(f">{len(offsets)}I", *offsets) + shared + body)
    return pack(tables)


def index(objects):
    """Adobe Technical Note #5176 §5."""
    if not objects:
        return struct.pack(">H", 0)
    offsets = [1]
    for data in objects:
        offsets.append(offsets[-1] + len(data))
    return struct.pack(">HB", len(objects), 4) + struct.pack(f">{len(offsets)}I", *offsets) + b"".join(objects)


def number(value):
    return b"\x1d" + struct.pack(">i", value)


def short(value):
    return b"\x1c" + struct.pack(">h", value)


def cff():
    path = (short(0) + short(DESCENDER) + b"\x15" + short(0) + short(ASCENDER - DESCENDER) + short(EM) + short(0) + short(0)
            + short(DESCENDER - ASCENDER) + b"\x05\x0e")
    space = short(EM // 2) + b"\x0e"
    head = b"\1\0\4\4" + index([b"Square-CID"])
    strings = index([b"Adobe", b"Identity"]) + index([])
    charset = b"\0" + struct.pack(f">{COUNT - 1}H", *[100 + 2 * glyph for glyph in range(1, COUNT)])
    fd_select = b"\3" + struct.pack(">HHBH", 1, 0, 0, COUNT)
    charstrings = index([space if glyph == 1 else path for glyph in range(COUNT)])
    private = number(EM) + b"\x14" + number(0) + b"\x15"

    def top(charset_at, select_at, charstrings_at, array_at):
        return (number(391) + number(392) + number(0) + b"\x0c\x1e" + number(100 + 2 * COUNT) + b"\x0c\x22" + number(charset_at) + b"\x0f"
                + number(charstrings_at) + b"\x11" + number(array_at) + b"\x0c\x24" + number(select_at) + b"\x0c\x25")

    charset_at = len(head) + len(index([top(0, 0, 0, 0)])) + len(strings)
    select_at = charset_at + len(charset)
    charstrings_at = select_at + len(fd_select)
    private_at = charstrings_at + len(charstrings)
    array_at = private_at + len(private)
    array = index([number(len(private)) + number(private_at) + b"\x12"])
    return head + index([top(charset_at, select_at, charstrings_at, array_at)]) + strings + charset + fd_select + charstrings + private + array


def cid_keyed():
    tables = tables_of(400, "Regular")
    del tables[b"glyf"], tables[b"loca"]
    tables[b"CFF "] = cff()
    tables[b"maxp"] = struct.pack(">IH", 0x5000, COUNT)
    tables[b"name"] = tables[b"name"].replace("Square".encode("utf-16-be"), "Cidkey".encode("utf-16-be"))
    return pack(tables, b"OTTO")


def main():
    (HERE / "square-variable.ttf").write_bytes(variable())
    (HERE / "square-cid.otf").write_bytes(cid_keyed())


if __name__ == "__main__":
    main()

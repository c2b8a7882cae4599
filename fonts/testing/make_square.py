#!/usr/bin/env python3
"""Makes the square font of the tests: every glyph is a square of one em, so that widths can be counted in a test's head.

    python3 fonts/testing/make_square.py        writes square.ttf, square-bold.ttf, catalogue.txt, manifest.txt beside itself

Run by hand when the set of characters changes; the files are committed. 1000 units an em, ascender 800, descender -200,
capitals 700, x-height 500. The space and the no-break space are half an em wide, everything else is one em. Each character
has a glyph of its own, in the order of code points from glyph 1. No kerning, no ligatures, no small capitals.
"""
import hashlib
import pathlib
import struct
import unicodedata

HERE = pathlib.Path(__file__).parent
EM, ASCENDER, DESCENDER = 1000, 800, -200
RANGES = [(0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x17F), (0x370, 0x3FF), (0x400, 0x4FF), (0x2010, 0x2015), (0x2018, 0x2022),
          (0x2026, 0x2026), (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2212, 0x2212)]
SOFT_HYPHEN = 0xAD
CHARACTERS = [c for first, last in RANGES for c in range(first, last + 1)
              if unicodedata.category(chr(c)) not in ("Cn", "Cc", "Mn", "Me") and c != SOFT_HYPHEN]


def advance(character):
    return EM // 2 if chr(character) in " \u00a0" else EM


def square():
    """A closed contour of four points, first and last corner at the em square's lower left."""
    points = [(0, DESCENDER), (0, ASCENDER), (EM, ASCENDER), (EM, DESCENDER)]
    header = struct.pack(">hhhhh", 1, 0, DESCENDER, EM, ASCENDER)
    contour = struct.pack(">HH", len(points) - 1, 0) + bytes([1] * len(points))
    xs = [b[0] - a[0] for a, b in zip([(0, 0)] + points, points)]
    ys = [b[1] - a[1] for a, b in zip([(0, 0)] + points, points)]
    data = header + contour + b"".join(struct.pack(">h", d) for d in xs + ys)
    return data + b"\0" * (-len(data) % 4)


def cmap():
    """Format 4: one segment a run of consecutive characters, whose glyphs are consecutive too."""
    segments = []
    for glyph, character in enumerate(CHARACTERS, start=1):
        if segments and segments[-1][1] == character - 1:
            segments[-1][1] = character
        else:
            segments.append([character, character, (glyph - character) & 0xFFFF])
    segments.append([0xFFFF, 0xFFFF, 1])
    count = len(segments)
    power = 1 << (count.bit_length() - 1)
    body = struct.pack(">HHHH", count * 2, power * 2, power.bit_length() - 1, count * 2 - power * 2)
    body += struct.pack(f">{count}H", *[s[1] for s in segments]) + b"\0\0"
    body += struct.pack(f">{count}H", *[s[0] for s in segments])
    body += struct.pack(f">{count}H", *[s[2] for s in segments]) + b"\0\0" * count
    table = struct.pack(">HHH", 4, 6 + len(body), 0) + body
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table


def names(style):
    full = "Square" if style == "Regular" else f"Square {style}"
    records = {1: "Square", 2: style, 4: full, 6: f"Square-{style}"}
    storage, entries = b"", b""
    for identifier, text in records.items():
        data = text.encode("utf-16-be")
        entries += struct.pack(">HHHHHH", 3, 1, 0x409, identifier, len(data), len(storage))
        storage += data
    return struct.pack(">HHH", 0, len(records), 6 + len(entries)) + entries + storage


def os2(weight, bold):
    panose = bytes([2, 0, 8 if bold else 5] + [0] * 7)
    return (struct.pack(">HhHHH", 4, EM, weight, 5, 0) + struct.pack(">hhhhhhhhhhh", 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0) + panose
            + struct.pack(">IIII", 1, 0, 0, 0) + b"NONE" + struct.pack(">HHH", 0xA0 if bold else 0xC0, CHARACTERS[0], CHARACTERS[-1])
            + struct.pack(">hhhHH", ASCENDER, DESCENDER, 0, ASCENDER, -DESCENDER) + struct.pack(">II", 1, 0)
            + struct.pack(">hhHHH", 500, 700, 0, 32, 0))


def tables_of(weight, style):
    bold = weight >= 600
    glyph, count = square(), len(CHARACTERS) + 1
    empty = {" ", "\u00a0"}
    glyf, offsets = glyph, [0, len(glyph)]
    for character in CHARACTERS:
        if chr(character) not in empty:
            glyf += glyph
        offsets.append(len(glyf))
    widths = [EM] + [advance(c) for c in CHARACTERS]
    return {
        b"OS/2": os2(weight, bold),
        b"cmap": cmap(),
        b"glyf": glyf,
        b"head": struct.pack(">HHIIIHHqqhhhhHHhhh", 1, 0, 0x10000, 0, 0x5F0F3CF5, 3, EM, 0, 0, 0, DESCENDER, EM, ASCENDER,
                             1 if bold else 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">HHhhhHhhhhhhhhhhhH", 1, 0, ASCENDER, DESCENDER, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, count),
        b"hmtx": b"".join(struct.pack(">Hh", width, 0) for width in widths),
        b"loca": b"".join(struct.pack(">I", offset) for offset in offsets),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": names(style),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }


def pack(tables, kind=b"\0\1\0\0"):
    """A font file of these tables."""
    def checksum(data):
        padded = data + b"\0" * (-len(data) % 4)
        return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF

    power = 1 << (len(tables).bit_length() - 1)
    directory = kind + struct.pack(">HHHH", len(tables), power * 16, power.bit_length() - 1, len(tables) * 16 - power * 16)
    offset, body, head_at = 12 + 16 * len(tables), b"", 0
    for tag, data in sorted(tables.items()):
        if tag == b"head":
            head_at = offset + len(body)
        directory += struct.pack(">4sIII", tag, checksum(data), offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    result = bytearray(directory + body)
    struct.pack_into(">I", result, head_at + 8, (0xB1B0AFBA - checksum(bytes(result))) & 0xFFFFFFFF)
    return bytes(result)


def main():
    catalogue = "# The catalogue of the tests: one family in every role. Made by make_square.py.\n"
    manifest = ""
    for weight, style, file in ((400, "Regular", "square.ttf"), (700, "Bold", "square-bold.ttf")):
        data = pack(tables_of(weight, style))
        (HERE / file).write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        catalogue += "\t".join(["face", "Square", "serif sans mono display math symbols", file, str(weight), "upright", f"Square-{style}",
                                "Apache-2.0", "resumec", digest, "none", "500"]) + "\n"
        manifest += f"{digest}\t{len(data)}\t{file}\n"
    (HERE / "catalogue.txt").write_text(catalogue)
    (HERE / "manifest.txt").write_text(manifest)


if __name__ == "__main__":
    main()

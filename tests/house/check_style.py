"""Form of the code that no compiler judges: check_style.py ROOT"""
import os
import re
import sys

sys.dont_write_bytecode = True
import house

CODE = (".cpp", ".hpp", ".h", ".py", ".sh", ".cmake", "CMakeLists.txt", ".def", ".inc", ".tex")
TABLES = (".def", ".inc")
MOST_COLUMNS = 140
MOST_LINES = 600
MOST_README_LINES = 30
# Assembled, so that this file passes its own test.
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX"]) + r")\b")


def check_file(path, text):
    lines = text.split("\n")
    if lines[-1] != "":
        yield f"{path}:{len(lines)}: the last line has no end"
    if "\r" in text:
        yield f"{path}:1: lines end in a carriage return"
    if len(lines) - 1 > MOST_LINES and not path.endswith(TABLES):
        yield f"{path}:{MOST_LINES + 1}: {len(lines) - 1} lines; a file of one thing has at most {MOST_LINES}"
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            yield f"{path}:{number}: a tab"
        if line != line.rstrip():
            yield f"{path}:{number}: blanks at the end of the line"
        if len(line) > MOST_COLUMNS and not path.endswith(TABLES):
            yield f"{path}:{number}: {len(line)} columns; at most {MOST_COLUMNS}"
        if UNFINISHED.search(line):
            yield f"{path}:{number}: `{UNFINISHED.search(line).group()}`: finish it, or write an issue"
    if path.endswith(".hpp") and "#pragma once\n" not in text:
        yield f"{path}:1: a header without `#pragma once`"


def check_readmes(root):
    for module in house.read_layers(root):
        path = os.path.join("src", module, "README.md")
        if not os.path.exists(os.path.join(root, path)):
            yield f"{path}:1: a module tells what comes in, what goes out and what holds"
            continue
        lines = house.read(root, path).count("\n")
        if lines > MOST_README_LINES:
            yield f"{path}:{MOST_README_LINES + 1}: {lines} lines; at most {MOST_README_LINES}"


def check(root):
    problems = list(check_readmes(root))
    for path in house.files(root, ["src", "include", "tests", "cmake", "scripts"], CODE):
        problems += check_file(path, house.read(root, path))
    return problems


if __name__ == "__main__":
    house.finish(check(sys.argv[1]))

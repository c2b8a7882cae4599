"""Every header of src/ compiles alone: check_headers.py ROOT COMPILER [FLAG…]

A header that its own source file includes first has been proved by the build. The others are compiled one by one, which is slow;
the public headers are built with the tests instead."""
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
import house


def is_first_include(root, header):
    """True if `x.cpp` beside `x.hpp` includes it before anything else."""
    source = header[:-len(".hpp")] + ".cpp"
    if not os.path.exists(os.path.join(root, source)):
        return False
    first = re.search(r'^\s*#\s*include\s*(\S+)', house.without_comments(house.read(root, source)), re.MULTILINE)
    return first is not None and first.group(1) == f'"{header[len("src/"):]}"'


def check(root, compiler, flags):
    command = [compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-x", "c++", "-I" + os.path.join(root, "src"),
               "-I" + os.path.join(root, "include")] + flags + ["-"]
    problems = []
    for path in house.files(root, ["src"], (".hpp",)):
        if is_first_include(root, path):
            continue
        # Twice: a header may be included by several others.
        text = f'#include "{path[len("src/"):]}"\n' * 2
        result = subprocess.run(command, input=text, capture_output=True, text=True)
        if result.returncode != 0:
            first = next((line for line in result.stderr.splitlines() if "error" in line), result.stderr[:200])
            problems.append(f"{path}:1: does not compile alone: {first}")
    return problems


if __name__ == "__main__":
    house.finish(check(sys.argv[1], sys.argv[2], sys.argv[3:]))

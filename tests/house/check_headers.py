"""Every header of src/ compiles alone: check_headers.py ROOT COMPILER [FLAG…]

Slow, since each header is a program of its own; the public headers are built with the tests instead."""
import os
import subprocess
import sys

sys.dont_write_bytecode = True
import house


def check(root, compiler, flags):
    command = [compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-x", "c++", "-I" + os.path.join(root, "src"),
               "-I" + os.path.join(root, "include")] + flags + ["-"]
    problems = []
    for path in house.files(root, ["src"], (".hpp",)):
        # Twice: a header may be included by several others.
        text = f'#include "{path[len("src/"):]}"\n' * 2
        result = subprocess.run(command, input=text, capture_output=True, text=True)
        if result.returncode != 0:
            first = next((line for line in result.stderr.splitlines() if "error" in line), result.stderr[:200])
            problems.append(f"{path}:1: does not compile alone: {first}")
    return problems


if __name__ == "__main__":
    house.finish(check(sys.argv[1], sys.argv[2], sys.argv[3:]))

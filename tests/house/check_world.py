"""The library neither prints nor ends the program, and asks the outside only through World: check_world.py ROOT"""
import re
import sys

sys.dont_write_bytecode = True
import house

# Pattern, files or folders of src/ where it is at home, and why it is nowhere else.
RULES = [
    (r"\bgetenv\s*\(", ["cli/"], "the environment is the command line's business"),
    (r"\b(system|steady|high_resolution)_clock\b|\bstd::time\s*\(", ["cli/"], "the library reads no clock"),
    (r"\bsetlocale\s*\(|\bstd::locale\b", [], "nothing depends on a locale"),
    (r"\bstd::(cout|cerr|clog)\b|\b(printf|puts|putchar)\s*\(", ["cli/"], "the library never prints"),
    (r"\b(fprintf|fwrite)\s*\(|\bstderr\b|\bstdout\b", ["cli/", "base/check.cpp"], "the library never prints"),
    (r"\b(std::)?(exit|_exit|quick_exit)\s*\(", ["cli/"], "the library never ends the program"),
    (r"\babort\s*\(", ["base/check.cpp"], "a broken invariant is RESUMEC_CHECK's business"),
    (r"\bthread_local\b", [], "where state lives: on the driver's stack"),
    (r"\bdynamic_cast\b", ["cli/"], "sum types are std::variant with an exhaustive visitor"),
    (r"\bstrerror\s*\(", ["cli/"], "the system's words depend on the locale"),
    (r"\b(stod|stof|strtod|strtof|atof)\s*\(", [], "numbers are read by from_chars, whatever the locale"),
]


def check(root):
    problems = []
    for path in house.files(root, ["src", "include"], (".cpp", ".hpp")):
        inside = path[len("src/"):] if path.startswith("src/") else path
        for number, line in enumerate(house.without_comments(house.read(root, path)).splitlines(), 1):
            line = re.sub(r'"(?:\\.|[^"\\])*"', '""', line)
            for pattern, homes, reason in RULES:
                match = re.search(pattern, line)
                if match and not any(inside.startswith(home) for home in homes):
                    problems.append(f"{path}:{number}: `{match.group().strip()}`: {reason}")
    return problems


if __name__ == "__main__":
    house.finish(check(sys.argv[1]))

"""Instructions of a cold process, counted by callgrind, against the values recorded in docs/performance.md: guard.py PROGRAM RECORD

Fails at more than 10 % over the recorded value or over the budget, and where an output that is up to date costs more than twice what
`resumec --version` costs, which loads the same libraries and does next to nothing. Counts do not depend on the machine's load; they do on
compiler and libraries, so a record of another compiler is printed and not judged. `--record` writes the table anew.
"""
import os, re, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# An example, with options: instructions, kilobytes of memory, bytes of the PDF. 300 M instructions are the 30 ms that fitting may take.
BUDGETS = {
    "one-page": (110e6, 24 * 1024, 40_000),
    "long-cv": (200e6, 24 * 1024, 60_000),
    "long-cv --pages 1": (300e6, 24 * 1024, 60_000),
}
ROW = re.compile(r"^\| `([^`]+)` \| ([\d.]+) M \|")


def compiler():
    text = subprocess.run(["g++", "--version"], stdout=subprocess.PIPE).stdout.decode()
    return text.splitlines()[0].split(" ")[-1]


def count(*call):
    counter = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run(counter + list(call), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    found = re.search(rb"Collected : (\d+)", done.stdout)
    if not found:
        sys.exit("valgrind did not count: " + done.stdout.decode("utf-8", "replace"))
    return int(found.group(1))


def check_current(program):
    """An output that is up to date against a bare start. The record that makes it cheap is an extended attribute (decision 0008)."""
    with tempfile.TemporaryDirectory(dir=os.path.dirname(program)) as folder:
        pdf = os.path.join(folder, "out.pdf")
        call = [program, "build", os.path.join(ROOT, "examples", "long-cv.yaml"), "-o", pdf, "-q"]
        subprocess.run(call, check=True)
        if not os.listxattr(pdf):
            print("not judged: an output that is up to date; this file system keeps no attributes")
            return True
        again, bare = count(*call), count(program, "--version")
        print("up to date %6.1f M instructions, --version %.1f M: %.2f times (limit 2)" % (again / 1e6, bare / 1e6, again / bare))
        return again <= 2 * bare


def measure(program, words):
    example, *options = words.split()
    source = os.path.join(ROOT, "examples", example + ".yaml")
    with tempfile.TemporaryDirectory() as folder:
        pdf = os.path.join(folder, "out.pdf")
        call = [program, "build", source, "-o", pdf, "-q"] + options
        instructions = count(*call)
        child = os.fork()
        if child == 0:
            os.execv(program, call)
        _, status, usage = os.wait4(child, 0)
        return instructions, usage.ru_maxrss, os.path.getsize(pdf)


def main():
    program, record = os.path.abspath(sys.argv[1]), sys.argv[2]
    if not os.path.exists(program):
        print("skipped: no release build at", program)
        return 77
    text = open(record, encoding="utf-8").read()
    recorded = {name: float(value) * 1e6 for name, value in (m.groups() for m in map(ROW.match, text.splitlines()) if m)}
    same_compiler = "g++ " + compiler() in text
    failed, rows = False, []
    for example, (instructions, memory, size) in BUDGETS.items():
        counted, peak, written = measure(program, example)
        limit = min(instructions, recorded.get(example, instructions) * 1.1) if same_compiler else instructions
        bad = counted > limit or peak > memory or written > size
        failed |= bad
        measured = (counted / 1e6, limit / 1e6, peak / 1024, written / 1000)
        print("%-18s %6.1f M instructions (limit %.1f M), %5.1f MiB, %5.1f kB" % ((example,) + measured) + ("  OVER" if bad else ""))
        measured = (counted / 1e6, instructions / 1e6, peak / 1024, written / 1000)
        rows.append("| `%s` | %.1f M | %.0f M | %.1f MiB | %.1f kB |" % ((example,) + measured))
    failed |= not check_current(program)
    if "--record" in sys.argv:
        kept = [line for line in text.splitlines() if not ROW.match(line)]
        at = next(i for i, line in enumerate(kept) if line.startswith("|---"))
        kept[at + 1:at + 1] = rows
        kept = [("Recorded with g++ %s." % compiler()) if line.startswith("Recorded with g++") else line for line in kept]
        open(record, "w", encoding="utf-8").write("\n".join(kept) + "\n")
    return 1 if failed else 0


sys.exit(main())

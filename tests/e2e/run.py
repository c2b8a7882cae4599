"""Command tests: Markdown files in this folder whose `console` fences hold calls and what they print.

    ```console
    $ resumec build cv.yaml
    cv.pdf: 1 page, A4, 20 kB
    $ resumec build nothing.yaml
    error: …
    [1]
    ```

A file fence (```yaml cv.yaml) makes a file of the test's own folder first. `$` lines run in a shell with the built program first on
the path; standard output and error are compared together; `[N]` is an exit status other than 0. A line `...` stands for any
lines, `…` inside a line for any text. RESUMEC_UPDATE=1 rewrites what the calls print.
"""
import os, re, subprocess, sys, tempfile

FENCE = re.compile(r"^(`{3,})(.*)$")


def fences(lines):
    """(info, first line, last line + 1) of every fence."""
    start = None
    for number, line in enumerate(lines):
        match = FENCE.match(line)
        if start is None and match:
            start, ticks, info = number + 1, match.group(1), match.group(2).strip()
        elif start is not None and line == ticks:
            yield info, start, number
            start = None


def matches(expected, actual):
    """Line lists, where `...` stands for any lines and `…` for any text."""
    if not expected:
        return not actual
    if expected[0] == "...":
        return any(matches(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    if not actual:
        return False
    pattern = ".*".join(re.escape(part) for part in expected[0].split("…"))
    return bool(re.fullmatch(pattern, actual[0])) and matches(expected[1:], actual[1:])


def run_console(block, folder, env):
    """[(command, expected lines, actual lines)]"""
    calls, results = [], []
    for line in block:
        if line.startswith("$ "):
            calls.append((line, []))
        elif calls:
            calls[-1][1].append(line)
    for line, expected in calls:
        done = subprocess.run(["bash", "-c", line[2:]], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        actual = done.stdout.decode("utf-8", "replace").splitlines()
        if done.returncode:
            actual.append("[%d]" % done.returncode)
        results.append((line, expected, actual))
    return results


def run_file(path, program):
    update = os.environ.get("RESUMEC_UPDATE") == "1"
    lines = open(path, encoding="utf-8").read().split("\n")
    env = {"PATH": os.path.dirname(program) + os.pathsep + os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "dumb", "HOME": "/nonexistent"}
    failures, edits = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for info, begin, end in fences(lines):
            words = info.split()
            if words[:1] == ["console"]:
                printed = []
                for line, expected, actual in run_console(lines[begin:end], folder, env):
                    if matches(expected, actual):
                        printed += [line] + expected
                        continue
                    printed += [line] + actual
                    failures += 1
                    print("%s:%d: `%s`\n--- expected\n%s\n--- actual\n%s" % (path, begin, line, "\n".join(expected), "\n".join(actual)))
                edits.append((begin, end, printed))
            elif len(words) > 1:
                file = os.path.join(folder, words[-1])
                os.makedirs(os.path.dirname(file), exist_ok=True)
                with open(file, "w", encoding="utf-8") as out:
                    out.write("\n".join(lines[begin:end]) + "\n")
    if update and failures:
        for begin, end, printed in reversed(edits):
            lines[begin:end] = printed
        open(path, "w", encoding="utf-8").write("\n".join(lines))
    return 0 if update else failures


def main():
    program, paths = os.path.abspath(sys.argv[1]), sys.argv[2:]
    failures = sum(run_file(path, program) for path in paths)
    print("%d file(s), %d failure(s)" % (len(paths), failures))
    return 1 if failures else 0


sys.exit(main())

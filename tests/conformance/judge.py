"""Outside judges on finished PDFs: judge.py PROGRAM [--all]

For every example × layout × paper: qpdf finds nothing wrong; pdftotext (both orders) and mutool give exactly the words of the
reading-order text plus the running heads; the tag tree gives them in that order; every shown leaf of the model is among them.
The same of twins fitted to pages, which then have exactly so many.
"""
import os, re, subprocess, sys, tempfile
from collections import Counter

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def words(text):
    """Words, with line-end hyphens and page breaks out of the way."""
    return text.replace("\f", " ").split()


def joined(counter_a, counter_b):
    """What is left of two word multisets when equal words are taken away."""
    return counter_a - counter_b, counter_b - counter_a


def same_words(expected, actual):
    """None, or how they differ. A word broken at a line's end (URLs, slashes) may stand in two pieces: those are joined again."""
    missing, extra = joined(Counter(words(expected)), Counter(words(actual)))
    stream = words(actual)
    for word in list(missing):
        for i in range(len(stream)):
            piece, j = stream[i], i
            while len(piece) < len(word) and word.startswith(piece) and j + 1 < len(stream):
                j += 1
                piece += stream[j]
            if piece == word and j > i:
                missing[word] -= 1
                for part in stream[i:j + 1]:
                    extra[part] -= 1
                break
    missing, extra = +missing, +extra
    if missing or extra:
        return "missing %s, extra %s" % (dict(list(missing.items())[:6]), dict(list(extra.items())[:6]))
    return None


def in_order(expected, actual):
    """None, or the first word of `expected` that does not follow in `actual`, white space aside."""
    a, b = "".join(words(expected)), "".join(words(actual))
    if a == b:
        return None
    at = next((i for i in range(min(len(a), len(b))) if a[i] != b[i]), min(len(a), len(b)))
    return "differs at …%s… against …%s…" % (a[max(0, at - 30):at + 30], b[max(0, at - 30):at + 30])


def struct_text(pdf):
    """The text of the tag tree: poppler prints every leaf's text in quotes."""
    _, out, _ = run("pdfinfo", "-struct-text", pdf)
    return " ".join(re.findall(r'^ *"(.*)"$', out, re.M))


FIELDS = "headline place title org role department degree field venue author paragraph keyword award status level event by amount"
LEAF = re.compile(r'^( *)(%s) (.*)$' % FIELDS.replace(" ", "|"))


def leaves(dump):
    """(line, piece of text) of every shown text leaf in a dump of the selection; nothing of a folded abstract or behind a short wording."""
    hidden = None
    for line in dump.splitlines():
        depth = len(line) - len(line.lstrip())
        if hidden is not None and depth > hidden:
            continue
        hidden = depth if line.strip() in ("abstract", "short") else None
        match = LEAF.match(line)
        if match and not (match.group(2) == "role" and depth == 4):  # the recognised role of a section
            for piece in re.findall(r'"((?:[^"\\]|\\.)*)"', match.group(3)):
                yield line.strip(), piece


def letters(text):
    return "".join(c for c in text if c.isalnum())


def judge(program, source, layout, paper, folder, pages=None):
    """Problems of one PDF, in words; fitted to so many pages, if they are given."""
    pdf = os.path.join(folder, "out.pdf")
    options = ["--layout", layout, "--set", "layout.paper=" + paper] + (["--set", "settings.pages=%d" % pages] if pages else [])
    status, _, err = run(program, "build", source, "-o", pdf, "--diagnostics", "short", *options)
    if status or "warning:" in err:
        return ["build: exit %d: %s" % (status, err.strip())]
    problems = []
    _, expected, _ = run(program, "dump", "--stage", "text", source, *options)
    body, _, heads = expected.partition("\f")
    status, out, err = run("qpdf", "--check", pdf)
    if status:
        problems.append("qpdf: " + (out + err).strip().splitlines()[-1])
    for name, command in (("pdftotext -raw", ["pdftotext", "-raw", pdf, "-"]), ("pdftotext", ["pdftotext", pdf, "-"]),
                          ("mutool", ["mutool", "draw", "-q", "-F", "txt", pdf])):
        _, text, err = run(*command)
        difference = same_words(body + "\n" + heads, text)
        if difference:
            problems.append("%s: %s" % (name, difference))
        err = "\n".join(line for line in err.splitlines() if "ICC support" not in line)  # about the judge, not the file
        if err.strip():
            problems.append("%s says: %s" % (name, err.strip().splitlines()[0]))
        strange = re.findall("[\ue000-\uf8ff\ufb00-\ufb06\ufffd\u00ad]", text)
        if strange:
            problems.append("%s: characters %s" % (name, sorted(set(strange))))
    if pages:
        count = int(re.search(r"(?m)^Pages: +(\d+)", run("pdfinfo", pdf)[1]).group(1))
        if count != pages:
            problems.append("%d pages, not %d" % (count, pages))
    else:  # fitting leaves things out
        _, selection, _ = run(program, "dump", "--stage", "selection", source, *options)
        shown = letters(body)
        problems += ["not printed: " + line for line, piece in leaves(selection) if letters(piece) not in shown][:5]
    difference = in_order(body, struct_text(pdf))
    if difference:
        problems.append("tag tree: " + difference)
    return problems


def main():
    program, everything = os.path.abspath(sys.argv[1]), "--all" in sys.argv
    folder = os.path.join(ROOT, "examples")
    sources = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".yaml"))
    native = os.path.join(ROOT, "..", "shared", "design", "native")
    if os.path.isdir(native):
        sources += sorted(os.path.join(native, name) for name in os.listdir(native) if name.endswith(".yaml"))
    else:
        print("skipped: ../shared/design/native is not there")
    _, names, _ = run(program, "layouts")
    failed = passed = 0
    fitted = [("long-cv", 1), ("long-cv", 2), ("long-cv", 3), ("research-web", 1), ("research-web", 2), ("one-page", 1)]
    with tempfile.TemporaryDirectory() as folder:
        for number, source in enumerate(sources):
            for layout in names.split():
                papers = ["a4", "letter"] if everything else [["a4", "letter"][number % 2]]
                for paper in papers:
                    problems = judge(program, source, layout, paper, folder)
                    failed, passed = failed + bool(problems), passed + (not problems)
                    for problem in problems:
                        print("%s, %s, %s: %s" % (os.path.basename(source), layout, paper, problem))
        for name, pages in fitted if everything else fitted[:1]:
            for layout in names.split():
                for paper in ("a4", "letter") if everything else ("a4",):
                    problems = judge(program, os.path.join(ROOT, "examples", name + ".yaml"), layout, paper, folder, pages)
                    failed, passed = failed + bool(problems), passed + (not problems)
                    for problem in problems:
                        print("%s, %s, %s, fitted to %d: %s" % (name, layout, paper, pages, problem))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

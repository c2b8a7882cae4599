"""Headings at the foot of a page without their text, in whole documents: stranded.py PROGRAM ROOT

The examples in the classic layout, and in the same layout without its keep rules, in several sizes. What the page budget reports must be
what poppler sees: a heading of the tag tree that is the last line of a page. The keep rules themselves must leave none.
"""
import os, re, shutil, subprocess, sys, tempfile

program, root = os.path.abspath(sys.argv[1]), sys.argv[2]
SIZES = ["10pt", "13pt"]
problems, seen = [], 0


def run(*call):
    done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def squeezed(text):
    return "".join(text.split()).lower()


def by_poppler(pdf):
    """(page, heading) of every page but the last whose last line, running foot aside, is a heading."""
    tags = run("pdfinfo", "-struct-text", pdf)[1].splitlines()
    headings, depth = set(), None
    for line in tags:
        indent = len(line) - len(line.lstrip())
        if depth is not None and indent > depth:
            headings.update(squeezed(text) for text in re.findall(r'^ *"(.*)"$', line))
        else:
            depth = indent if re.match(r" *H[1-6]\b", line) else None
    pages = run("pdftotext", "-raw", pdf, "-")[1].split("\f")[:-1]
    found = []
    for number, page in enumerate(pages[:-1], 1):
        lines = [line for line in page.splitlines() if line.strip() and not re.fullmatch(r".* · \d+/\d+", line.strip())]
        if squeezed(lines[-1]) in headings:
            found.append((number, squeezed(lines[-1])))
    return found


with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(root, "layouts", "classic.xml"), encoding="utf-8") as file:
        kept = file.read()
    with open(os.path.join(folder, "loose.xml"), "w", encoding="utf-8") as file:
        file.write(re.sub(r' keep="[a-z]+"', "", kept))
    pdf = os.path.join(folder, "cv.pdf")
    for example in ("long-cv", "research-web", "every-kind"):
        shutil.copy(os.path.join(root, "examples", example + ".yaml"), folder)
        for layout in ("classic", "loose.xml"):
            for size in SIZES:
                call = [program, "build", os.path.join(folder, example + ".yaml"), "-o", pdf, "--layout", layout,
                        "--set", "layout.font-size=" + size, "--diagnostics", "short"]
                what = "%s, %s, %s" % (example, layout, size)
                status, _, said = run(*call)
                if status:
                    problems.append("%s: %s" % (what, said))
                    continue
                expected = by_poppler(pdf)
                status, _, said = run(*call, "--set", "settings.budget={stranded_headings: error}")
                reported = [(int(page), squeezed(title)) for title, page in
                            re.findall(r"the heading `(.*?)` stands alone at the foot of page (\d+) \[stranded-heading\]", said)]
                if sorted(reported) != sorted(expected) or status != (4 if expected else 0):
                    problems.append("%s: status %d, reported %s, on the pages %s" % (what, status, reported, expected))
                if layout == "classic" and expected:
                    problems.append("%s: the keep rules leave %s" % (what, expected))
                seen += len(expected)

if seen < 3:
    problems.append("only %d stranded headings were made: nothing is tested" % seen)
print("\n".join(problems) or "%d stranded headings, all of them reported" % seen)
sys.exit(1 if problems else 0)

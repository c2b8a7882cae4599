"""No heading stands at the foot of a page without its text, in whole documents: stranded.py PROGRAM ROOT

The examples in several sizes, with and without the layout's own keep rules: what a heading heads is known from the tags, so the
search for pages keeps them together all the same. Judged twice: by poppler (a heading of the tag tree that is the last line of a
page), and by the page budget. That the budget does report stranded headings is tried on made documents in
tests/unit/driver/page_facts_test.cpp.
"""
import os, re, shutil, subprocess, sys, tempfile

program, root = os.path.abspath(sys.argv[1]), sys.argv[2]
SIZES = ["9pt", "10pt", "12pt", "13pt", "15pt"]
problems, pages_seen = [], 0


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
        for layout in ("classic", os.path.join(folder, "loose.xml")):
            for size in SIZES:
                call = [program, "build", os.path.join(folder, example + ".yaml"), "-o", pdf, "--layout", layout,
                        "--set", "layout.font-size=" + size, "--diagnostics", "short"]
                what = "%s, %s, %s" % (example, layout, size)
                status, _, said = run(*call)
                if status:
                    problems.append("%s: %s" % (what, said))
                    continue
                expected = by_poppler(pdf)
                if expected:
                    problems.append("%s: %s" % (what, expected))
                status, _, said = run(*call, "--set", "settings.budget={stranded_headings: error}")
                if status:
                    problems.append("%s: status %d, %s" % (what, status, said))
                pages_seen += int(re.search(r"(?m)^Pages: +(\d+)", run("pdfinfo", pdf)[1]).group(1))

if pages_seen < 60:
    problems.append("only %d pages were made" % pages_seen)
print("\n".join(problems) or "%d pages, no stranded heading" % pages_seen)
sys.exit(1 if problems else 0)

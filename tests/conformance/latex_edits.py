"""What a LaTeX user does to the file, and what must come of it: latex_edits.py PROGRAM

Each edit of the LaTeX of `one-page` must compile with pdflatex without an error, print no word over another, and leave the lines below it
as far apart as they were. Errors that the user makes must be reported at their line. Exit status 77 where TeX is not installed.
"""
import os, re, shutil, subprocess, sys, tempfile

from judge import ROOT, run

ENTRY = "  \\resumeposition{\n    title={Graduate"
SECTION = "\\begin{resumesection}{title={Education}}"
POINT = "    \\item Mentored"

# Edits: what is replaced, once each. The settings in other units, foreign material, another way to write the same.
EDITS = {
    "an indent in em": [("{\\resumeindent}{1.1\\resumefontsize}", "{\\resumeindent}{1.5em}")],
    "a gap in points": [("{\\resumepointgap}{1}", "{\\resumepointgap}{2pt}")],
    "tighter gaps": [("{\\resumegaps}{1}", "{\\resumegaps}{0.875}")],
    "a style in points": [("\\resumesize{1.2}\\resumeleading{20}", "\\resumesize{13pt}\\resumeleading{20}"),
                          ("\\resumegap{16}", "\\resumegap{9pt}")],
    "another bullet": [("{\\raisebox{0.1ex}{\\resumestyle{marker}•}}", "{$\\triangleright$}")],
    "black links": [("colorlinks,allcolors=links", "hidelinks")],
    "ragged right": [("\\resumealign{justify}}", "\\resumealign{left}}")],
    "smaller typewriter": [("{\\resumemonoscale}{1}", "{\\resumemonoscale}{0.9}"),
                           (POINT, "    \\item \\texttt{code}\n" + POINT)],
    "empty lines among the arguments": [("    organization={Lantern", "\n    organization={Lantern"),
                                        ("    score={GPA: 3", "\n\n    score={GPA: 3")],
    "an empty body": [("Rimouski, Quebec},\n  }", "Rimouski, Quebec},\n  }{ }")],
    "a body that starts with an empty line": [("  }{\n    \\item Designed", "  }{\n\n    \\item Designed")],
    "itemize and enumerate in a point": [(POINT, r"""    \item Nested:
      \begin{itemize}
        \item one
        \item two
          \begin{enumerate}\item three \item four\end{enumerate}
      \end{itemize}
      and on

      another paragraph
""" + POINT)],
    "center in a point": [(POINT, "    \\item \\begin{center}centred\\end{center} on\n" + POINT)],
    "verb and percent in a point": [
        (POINT, "    \\item \\verb|a_b%| \\href{https://a.example/x%20y}{here} \\url{https://a.example/%7Ex}\n" + POINT)],
    "a foreign section": [(ENTRY, "\\section*{Foreign}\nRaw text of its own.\n\n" + ENTRY)],
    "a foreign list": [(ENTRY, "\\begin{itemize}\\item a\\item b\\end{itemize}\n" + ENTRY)],
    "foreign environments": [
        (ENTRY, "\\begin{description}\\item[ab] c\\end{description}\\begin{quote}quoted\\end{quote}\n" + ENTRY)],
    "a foreign table": [
        (SECTION, "\\begin{tabular}{|l|}\\hline a\\\\ b\\\\ c\\\\ d\\\\\\hline\\end{tabular}\n\n" + SECTION)],
    "raw text in a section": [
        (SECTION, "\\begin{resumesection}{title={Raw}}\nRaw text.\n\nMore of it.\n\\end{resumesection}\n\n" + SECTION)],
    "a section of points, one of nothing": [
        (SECTION, "\\begin{resumesection}{title={Points}}\n\\item one\n\\end{resumesection}\n\\begin{resumesection}{title={None}}\n"
                  "\\end{resumesection}\n" + SECTION)],
}
# Mistakes: the last piece put in stands on the line that must be named.
MISTAKES = {
    "an unknown command": [("\\item Mentored", "\\item \\nosuchcommand Mentored")],
    "an unknown command between entries": [
        ("  \\resumeposition{\n    title={Graduate", "  \\nosuchcommand\n  \\resumeposition{\n    title={Graduate")],
}


def edited(source, edits):
    for old, new in edits:
        if old not in source:
            raise SystemExit("the file no longer has %r" % old)
        source = source.replace(old, new, 1)
    return source


def compile_tex(folder, source):
    with open(os.path.join(folder, "cv.tex"), "w", encoding="utf-8") as file:
        file.write(source)
    for _ in range(2):
        subprocess.run(["pdflatex", "-no-shell-escape", "-interaction=nonstopmode", "-synctex=1", "cv.tex"], cwd=folder,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600,
                       env=dict(os.environ, max_print_line="1000", SOURCE_DATE_EPOCH="0"))
    with open(os.path.join(folder, "cv.log"), "rb") as file:
        return file.read().decode("utf-8", "replace")


def words(pdf):
    """(page, left, top, right, bottom, word) of every word."""
    page, found = 0, []
    for line in run("pdftotext", "-bbox", pdf, "-")[1].splitlines():
        page += "<page " in line
        box = re.search(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', line)
        if box:
            found.append((page, *map(float, box.groups()[:4]), box.group(5)))
    return found


def overprinted(found):
    for i, (page, left, top, right, bottom, word) in enumerate(found):
        for other in found[i + 1:]:
            wide, high = min(right, other[3]) - max(left, other[1]), min(bottom, other[4]) - max(top, other[2])
            if page == other[0] and wide > 2 and high > 0.5 * min(bottom - top, other[4] - other[2]):
                yield "%s is printed over %s" % (word, other[5])


def pitch(found):
    """From the last point of the section of jobs to the one above it."""
    lines = {word: top for _, _, top, _, _, word in found if word in ("Ported", "Taught")}
    return lines["Taught"] - lines["Ported"]


def main():
    if not shutil.which("pdflatex"):
        print("skipped: TeX is not installed (scripts/setup.sh --tex)")
        return 77
    program, failed = os.path.abspath(sys.argv[1]), 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "base.tex")
        status, _, errors = run(program, "build", "-q", os.path.join(ROOT, "examples", "one-page.yaml"), "-o", path)
        if status:
            raise SystemExit("resumec: " + errors)
        with open(path, encoding="utf-8") as file:
            base = file.read()
        pdf = os.path.join(folder, "cv.pdf")
        compile_tex(folder, base)
        usual = pitch(words(pdf))

        def verdict(name, problems):
            print("%s: %s" % (name, "FAILED" if problems else "passed"), flush=True)
            for problem in problems[:5]:
                print("  " + problem)
            return bool(problems)

        for name, edits in EDITS.items():
            log = compile_tex(folder, edited(base, edits))
            problems = [line for line in log.splitlines() if line.startswith("!")]
            found = words(pdf)
            problems += overprinted(found)
            if "gap" not in name and abs(pitch(found) - usual) > 0.1:
                problems.append("lines are %.2f apart, not %.2f" % (pitch(found), usual))
            failed += verdict(name, problems)
        for name, edits in MISTAKES.items():
            source = edited(base, edits)
            line = 1 + source[:source.index("\\nosuchcommand")].count("\n")
            log = compile_tex(folder, source)
            failed += verdict(name, [] if "l.%d " % line in log else ["no error at line %d" % line])
        compile_tex(folder, base)
        line = 1 + base[:base.index("\\item Mentored")].count("\n")
        word = next(w for w in words(pdf) if w[5] == "Mentored")
        place = "%d:%f:%f:%s" % (word[0], word[1] + 2, word[4] - 2, pdf)
        answer = run("synctex", "edit", "-o", place)[1] if shutil.which("synctex") else ""
        failed += verdict("from the page to the line", [] if not answer or "Line:%d\n" % line in answer else [answer])
    print("edits: %d failed" % failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""TeX's verdict on LaTeX output: latex_judge.py PROGRAM [--quick] [--texts LATEX_TEXTS]

Twins: every example and each of its variants is compiled by pdflatex, xelatex and lualatex, without hyphenation. No error, no missing
character, no box more than 1 pt too wide; as many pages as our PDF, give or take one; the words of our PDF, in its order (running heads
aside). --quick: one example and one engine. --texts: random texts through the escaper, one a page, must come back letter by letter
(program of the build folder). Exit status 77 where TeX is not installed.
"""
import concurrent.futures, os, re, shutil, subprocess, sys, tempfile, unicodedata

import yaml

from judge import ROOT, in_order, run, same_words

ENGINES = ["pdflatex", "xelatex", "lualatex"]
FITTED = [("long-cv", 1), ("long-cv", 2), ("research-web", 1)]
EXAMPLES = ["one-page", "long-cv", "research-web", "every-kind"]


def compile_tex(engine, folder, name, settings=""):
    """Compiles twice, in a folder of its own, without a shell; gives the log, or the error."""
    log = ""
    for _ in range(2):
        subprocess.run([engine, "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "-jobname=" + name,
                        settings + "\\input{%s.tex}" % name],
                       cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600,
                       env=dict(os.environ, max_print_line="1000", SOURCE_DATE_EPOCH="0"))
        with open(os.path.join(folder, name + ".log"), "rb") as file:
            log = file.read().decode("utf-8", "replace")
    return log


def log_problems(log):
    for line in log.splitlines():
        over = re.match(r"Overfull \\hbox \(([\d.]+)pt too wide\)", line)
        if line.startswith("!") or "Missing character" in line or (over and float(over.group(1)) > 1):
            yield line


def pages(pdf):
    return int(re.search(r"Pages: +(\d+)", run("pdfinfo", pdf)[1]).group(1))


def without_running_heads(pdf, heads):
    """The text in the order of the content, without the lines of running heads."""
    text = run("pdftotext", "-raw", pdf, "-")[1]
    return "\n".join(line for line in text.replace("\f", "\n").splitlines() if not any(re.fullmatch(h, line.strip()) for h in heads))


def variants(example):
    """None for the full document, then the variants that the source names."""
    with open(os.path.join(ROOT, "examples", example + ".yaml"), encoding="utf-8") as file:
        return [None] + list((yaml.safe_load(file).get("variants") or {}))


def judge_twin(program, example, variant, engine, fitted):
    source = os.path.join(ROOT, "examples", example + ".yaml")
    chosen = (["--variant", variant] if variant else []) + (["--pages", str(fitted)] if fitted else [])
    with tempfile.TemporaryDirectory() as folder:
        ours = os.path.join(folder, "ours.pdf")
        for output in (ours, os.path.join(folder, "cv.tex")):
            status, _, errors = run(program, "build", "-q", source, "-o", output, *chosen)
            if status:
                return ["resumec: " + errors]
        with open(os.path.join(folder, "cv.tex"), encoding="utf-8") as file:
            wide = [n for n, line in enumerate(file, 1) if len(line.rstrip("\n")) > 100]
        problems = ["line %d is wider than 100 columns" % n for n in wide]
        log = compile_tex(engine, folder, "cv", "\\AddToHook{begindocument/end}{\\hyphenpenalty=10000 }")
        problems += log_problems(log)
        theirs = os.path.join(folder, "cv.pdf")
        if not os.path.exists(theirs):
            return problems or ["no PDF"]
        if abs(pages(ours) - pages(theirs)) > 1:
            problems.append("%d pages, ours has %d" % (pages(theirs), pages(ours)))
        head = r".* · \d+/\d+"
        a, b = without_running_heads(ours, [head]), without_running_heads(theirs, [head])
        problems += [p for p in (same_words(a, b), in_order(a, b)) if p]
        return problems


def squeezed(text):
    """Letters alone: blanks and line ends are the page's. Linux Libertine spells the letter ĳ with two glyphs' names."""
    return "".join(unicodedata.normalize("NFC", text).replace("ĳ", "ij").split())


def judge_texts(generator, engine, seed, count):
    with tempfile.TemporaryDirectory() as folder:
        status, _, errors = run(generator, str(seed), str(count), os.path.join(folder, "t.tex"), os.path.join(folder, "expected"))
        if status:
            return ["latex_texts: " + errors]
        with open(os.path.join(folder, "expected"), encoding="utf-8") as file:
            expected = file.read().split("\n")[:-1]
        problems = list(log_problems(compile_tex(engine, folder, "t")))
        pdf = os.path.join(folder, "t.pdf")
        if not os.path.exists(pdf):
            return problems or ["no PDF"]
        actual = run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-")[1].split("\f")
        if len(actual) - 1 != len(expected):
            return problems + ["%d pages for %d texts" % (len(actual) - 1, len(expected))]
        for want, got in zip(expected, actual):
            if squeezed(want) != squeezed(got):
                problems.append("%r came back as %r" % (want, got.strip()))
        return problems


def main():
    arguments = sys.argv[1:]
    program = os.path.abspath(arguments[0])
    quick = "--quick" in arguments
    if not shutil.which(ENGINES[0]) or (not quick and not all(map(shutil.which, ENGINES))):
        print("skipped: TeX is not installed (scripts/setup.sh --tex)")
        return 77
    failed = 0
    twins = [("one-page", None, "pdflatex", None)] if quick else [(x, v, e, None) for x in EXAMPLES for v in variants(x) for e in ENGINES]
    twins += [] if quick else [(x, None, e, n) for x, n in FITTED for e in ENGINES]
    runs = [("%s%s%s by %s" % (x, " (%s)" % v if v else "", " on %d pages" % n if n else "", e), judge_twin, (program, x, v, e, n))
            for x, v, e, n in twins]
    if "--texts" in arguments:
        generator = os.path.abspath(arguments[arguments.index("--texts") + 1])
        runs += [("texts of seed %d by %s" % (seed, engine), judge_texts, (generator, engine, seed, 200))
                 for engine in ENGINES for seed in (1, 2)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        verdicts = pool.map(lambda run: run[1](*run[2]), runs)
        for (name, _, _), problems in zip(runs, verdicts):
            failed += bool(problems)
            print("%s: %s" % (name, "FAILED" if problems else "passed"), flush=True)
            for problem in problems[:10]:
                print("  " + problem[:400])
    print("TeX: %d passed, %d failed" % (len(runs) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""The rivals' own example files: corpus.py PROGRAM [FOLDER]

Every file that is valid in its format builds to PDF; no value of any file is lost: it is under a field, kept under `x-…`, or it is a
setting of the other program's design; and every word of what is under a field is in the text of the PDF. Skips (77) where the files are
missing.
"""
import collections, json, os, re, subprocess, sys, tempfile, unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FORMATS = {"rendercv": "rendercv", "jsonresume": "json-resume", "yamlresume": "yamlresume", "markdown": "markdown", "bib": "bibtex",
           "csl": "csl-json", "fresh": "fresh", "reactive-resume": "reactive-resume"}
# No documents of their format: collections of cases, parts of documents, schemas; and what is broken on purpose.
OTHERS = re.compile(r"^(fixture_|fresh-resume-schema|locale_|sample_entries|schema|csl-data|citationjs_core_data|citationjs_nothing"
                    r"|citationjs_whitespace\.txt)")
# Broken on purpose, with the number of places that are to be found in one run.
BROKEN = {"invalid_wrong_input.yaml": 14, "invalid-schema.yml": 1, "invalid-yaml.yml": 1}
# Values that set or select and are not printed as they stand.
QUIET = re.compile(r"(^|\.)(layout|settings|lang|kind|style|numbering|id|tags|hide|network|photo|priority|type|url|comment|me|icon"
                   r"|private|abstract)(\.|$)")
# Sections that the file itself hides.
HIDDEN = {"reactive-resume/sample.json": "sections.references."}
MONTHS = re.compile(r"(jan|febr)uary|march|april|june|july|august|sept?|(sept|nov|dec)ember|october")
# Of a value as its file has it: what is no word of it.
MARKUP = re.compile(r"^(tel|mailto):|\]\([^)]*\)|\] ?\[[^]]*\]|https?://\S+|\\u[0-9a-fA-F]{4}|&#?\w+;|<[^>]*>"
                    r"|\\[a-zA-Z]+")
# Fields of records for sorting and programs, and what names a kind of thesis.
UNPRINTED = re.compile(r"\.(indexsorttitle|sorttitle|shorthand|type)$")
DATES = re.compile(r"(^|\.)(when|start|end|birth|expires)(\.|$)")


def run(*call):
    return subprocess.run(call, capture_output=True, text=True, errors="replace")


def folded(text):
    """Small letters without accents, which LaTeX writes in many ways."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).lower() if not unicodedata.combining(c)).replace("\u0131", "i")


def words(text):
    return set(re.findall(r"[^\W_]{3,}", folded(text)))


LATEX_LETTERS = {"aa": "\u00e5", "AA": "\u00e5", "o": "\u00f8", "O": "\u00f8", "ss": "\u00df", "ae": "\u00e6", "AE": "\u00e6",
                 "oe": "\u0153", "OE": "\u0153", "l": "\u0142", "L": "\u0142", "i": "i", "j": "j", "dh": "\u00f0", "th": "\u00fe"}


def without_latex(value):
    """The letters of a BibTeX value: no names of strings, commands, accents and braces."""
    value = re.sub(r"(?:^|(?<=#))\s*[\w-]+\s*(?=#|$)", "", value)
    value = re.sub(r'"?\s*#\s*"?', "", value)
    value = re.sub(r"\\(aa|AA|ss|ae|AE|oe|OE|dh|th|o|O|l|L|i|j)(?![a-zA-Z])\s*", lambda match: LATEX_LETTERS[match.group(1)], value)
    value = re.sub(r"\\(?:begin|end)\{\w+\}|\\(?:hyphen|text(?:en|em)dash)(?![a-z])", " ", value).replace("\\TeX ", "tex")
    value = re.sub(r"\\[`'^\"~=.]\s*|\\[uvHtcdbkr](?![a-zA-Z])\s*", "", value)
    value = re.sub(r"\\[a-zA-Z]+\s*", "", value)
    return re.sub(r"[{}$^\\]|_(?=\{)", "", value)


def judge(program, path, form, folder):
    """What is wrong with a file, in words; and how many values there were of each fate."""
    faults = []
    name = os.path.basename(path)
    report = run(program, "import", path, "--from", form, "-o", "-", "--diagnostics", "json")
    lines = [line for line in report.stderr.splitlines() if line.startswith('{"report"')]
    if not lines and (name in BROKEN or "empty-source" in report.stderr):
        return [], {}  # nothing is written of what cannot be read, or says nothing
    if not lines:
        return ["no report: " + report.stderr.strip()[-300:]], {}
    report = json.loads(lines[-1])
    text = open(path, "rb").read()
    lost = [leaf for leaf in report["values"] if leaf["fate"] == "lost"]
    faults += ["lost: %s %r" % (leaf["path"], text[leaf["begin"]:leaf["end"]][:60]) for leaf in lost]
    if name in BROKEN:
        said = run(program, "check", path, "--from", form, "--diagnostics", "short").stderr
        places = {match.groups() for match in re.finditer(r"(?m):(\d+):(\d+): (?:error|warning)", said)}
        if len(places) < BROKEN[name]:
            faults.append("only %d places found wrong, not %d" % (len(places), BROKEN[name]))
        return faults, report["fates"]
    pdf = os.path.join(folder, "out.pdf")
    built = run(program, "build", path, "--from", form, "-o", pdf, "-q")
    if built.returncode:
        return faults + ["does not build: " + built.stderr.strip()[-300:]], report["fates"]
    printed = run("pdftotext", pdf, "-").stdout
    shown = words(printed)
    solid = "".join(folded(printed).split())  # scripts without blanks are divided at lines' ends
    hidden = HIDDEN.get("/".join(path.split("/")[-2:]), "-")
    places = {leaf["to"] for leaf in report["values"]}
    for leaf in report["values"]:
        # Of a profile with an address of its own, the address is printed.
        if (leaf["to"] or "").endswith(".username") and leaf["to"][:-8] + "url" in places:
            continue
        if (leaf["to"] or "").startswith(hidden):
            continue
        if re.search(r"references\.\d+\.(email|phone)$", leaf["to"] or ""):
            continue  # private ones are not printed
        if leaf["fate"] not in ("mapped", "alias", "normalised") or QUIET.search(leaf["to"]) or DATES.search(leaf["to"]):
            continue
        value = text[leaf["begin"]:leaf["end"]].decode("utf-8", "replace")
        joined = form == "bibtex" and "#" in value
        value = MARKUP.sub(" ", without_latex(value) if form == "bibtex" else value)
        if form == "bibtex" and UNPRINTED.search(leaf["path"]):
            continue
        missing = words(value) - shown
        if form == "bibtex":
            missing -= {"and", "others", "family", "given", "prefix", "suffix"}  # what names are written with
            if joined:  # joined to what the strings say
                missing = {word for word in missing if word not in solid}
        # A text without blanks between its words is divided where lines end.
        missing = {word for word in missing if (word.isascii() or word not in solid) and not MONTHS.fullmatch(word)}
        if missing:
            faults.append("not in the PDF: %s: %s" % (leaf["path"], " ".join(sorted(missing))))
    return faults, report["fates"]


def main():
    program = os.path.abspath(sys.argv[1])
    corpus = sys.argv[2] if len(sys.argv) > 2 else os.path.join(ROOT, "..", "shared", "corpus", "peers")
    if not os.path.isdir(corpus):
        print("skipped: the folder ../shared is not beside the checkout")
        return 77
    failed, files, fates = 0, 0, collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for group, form in FORMATS.items():
            for name in sorted(os.listdir(os.path.join(corpus, group))):
                if OTHERS.match(name):
                    continue
                files += 1
                faults, counts = judge(program, os.path.join(corpus, group, name), form, folder)
                fates.update(counts)
                failed += bool(faults)
                for fault in faults[:8]:
                    print("%s/%s: %s" % (group, name, fault))
    print("%d files, %d at fault; values: %s" % (files, failed, ", ".join("%d %s" % (n, fate) for fate, n in fates.items())))
    return 1 if failed else 0


sys.exit(main())

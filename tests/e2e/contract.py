"""Every option, and every key of `variants:`, of their rules and of `outputs:`, does something: contract.py PROGRAM ROOT

The names come from the tables (src/driver/options.def, src/model/schema.def): one without a case here is a failure, and so is a case
without a name. A case is two calls that differ in nothing but the option, or two sources that differ in nothing but the key; what comes
out must differ, and must have in it what the case says. Each alias of a key must do as the key does.
"""
import os, re, subprocess, sys, tempfile, time

failures = []

# ---- the tables


def rows(root, path, macro):
    text = open(os.path.join(root, path), encoding="utf-8").read()
    return [re.findall(r'"((?:[^"\\]|\\.)*)"|([^,"]+)', row) for row in re.findall(r"(?m)^%s\((.*(?:\n  .*)*)\)$" % macro, text)]


def ready_options(root):
    """Pairs of a verb and the long name of an option; `--layout` of schema and of build are two."""
    found = set()
    for row in rows(root, "src/driver/options.def", "RESUMEC_OPTION"):
        plain = [part.strip() for _, part in row if part.strip()]
        name = next(quoted for quoted, _ in row if quoted).split(",")[-1]
        if "Ready" in plain:
            verbs = next(part for part in plain if part == "All" or part.split(" ")[0] in VERBS)
            for verb in ["Build"] if verbs == "All" else verbs.split(" | "):
                if verb != "Watch":  # the same code as Build, and without an end
                    found.add((verb.lower(), name))
    return found


VERBS = ("Build", "Watch", "Check", "New", "Layouts", "Fonts", "Schema", "Explain", "Dump", "Diff", "Completion", "Help",
         "Import", "Fmt", "Migrate")


def keys(root, place):
    """{key: aliases} of a place."""
    text = open(os.path.join(root, "src/model/schema.def"), encoding="utf-8").read()
    found = {}
    for places, key, aliases in re.findall(r'(?m)^RESUMEC_FIELD\(\w+, ([\w |]+), \w+, "([^"]*)", \w+, "([^"]*)"', text):
        if place in places.split(" | "):
            found[key] = aliases.split()
    return found


# ---- what a call does

LONG = "\n".join("        - Spliced the rope that holds lamp number %d" % number for number in range(60))
SOURCES = {
    "cv.yaml": "name: Bob Marrow\nlangs: [en, nl]\nsections:\n  experience:\n"
               "    - {role: {en: Keeper, nl: Wachter}, id: lamp, tags: [lamp]}\n"
               "    - role: Rope maker\n      tags: [rope]\n      points:\n" + LONG +
               "\nvariants:\n  lamp: {only: {tags: [lamp]}}\n  rope: {only: {tags: [rope]}}\n",
    "warns.yaml": "name: Bob Marrow\nsections: {Skills: [Knots]}\nvariants: {v: {keep: {tags: [nothing]}}}\n",
    "extra.yaml": "name: Bob Marrow\nshoe: 43\nvariants: {v: {}}\n",
    "long.yaml": "name: Bob Marrow\nsections:\n  summary: %s\n" % " ".join(["Kept the lamp lit"] * 20),
    "sub/cv.yaml": "name: Bob Marrow\nvariants: {v: {overlay: sea.yaml}}\n",
    "sea.yaml": "headline: Sailor\n",
    "faces/none.ttf": "no font",
    "foreign.yaml": "cv:\n  name: Bob Marrow\n  shoe: 43\n  sections: {skills: [{label: Knots, details: bowline}]}\n",
    "damaged.json": "{\"basics\": {\"name\": \"Bj\u00c3\u00b6rn G\u00c3\u00a4rtner\"}}",
    "form.yaml": "name:   Bob Marrow\n",
    "damaged.yaml": "name: Bj\u00c3\u00b6rn G\u00c3\u00a4rtner\nsections: {skills: {Knots: bowline}}\nvariants: {a: {}}\n",
}


def call(program, layout, words, sources=SOURCES):
    """Everything that can be seen of a call, in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in dict(sources, **{"mine.xml": layout}).items():
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        done = subprocess.run([program] + words, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}, timeout=60)
        files = {}
        for base, _, names in os.walk(folder):
            for name in names:
                path = os.path.relpath(os.path.join(base, name), folder)
                if path not in sources and path != "mine.xml":
                    files[path] = open(os.path.join(base, name), "rb").read()
        return done.returncode, done.stdout, done.stderr, files


def shown(result):
    """What is looked for in: the status, what was printed, and the names and texts of files."""
    status, out, err, files = result
    parts = ["[%d]" % status, out.decode("utf-8", "replace"), err.decode("utf-8", "replace")]
    return "\n".join(parts + ["<%s>\n%s" % (name, data.decode("utf-8", "replace")) for name, data in sorted(files.items())])


# ---- options: (verbs) → what is called without it, the option, what it must bring about

TEXT = ["cv.yaml", "--to", "text", "-o", "-", "-q"]
DUMP = ["cv.yaml", "--stage", "display"]
DIFF = ["cv.yaml", "--variant", "lamp"]
OPTIONS = {
    "--output": {"build": (["cv.yaml"], ["--output", "x.pdf"], "<x.pdf>"),
                 "import": (["foreign.yaml"], ["--output", "x.yaml"], "<x.yaml>"),
                 "fmt": (["form.yaml"], ["--output", "x.yaml"], "<x.yaml>")},
    "--from": {verb: (["foreign.yaml"] + words, ["--from", "native"], "[1]")
               for verb, words in (("build", []), ("check", []), ("dump", ["--stage", "text"]), ("diff", ["--variant", "full"]),
                                   ("import", []))},
    "--no-fix-encoding": {
        "build": (["damaged.yaml", "--to", "text", "-o", "-", "-q"], ["--no-fix-encoding"], "Bj\u00c3"),
        "check": (["damaged.yaml"], ["--no-fix-encoding"], "without `--no-fix-encoding`"),
        "dump": (["damaged.yaml", "--stage", "text"], ["--no-fix-encoding"], "Bj\u00c3"),
        "diff": (["damaged.yaml", "--variant", "a"], ["--no-fix-encoding"], "without `--no-fix-encoding`"),
        "import": (["damaged.json", "-o", "-"], ["--no-fix-encoding"], "Bj\u00c3")},
    "--to": {"build": (["cv.yaml"], ["--to", "text"], "<cv.txt>")},
    "--layout": {"build": (["cv.yaml"], ["--layout", "mine.xml"], "8 pages"), "check": (["cv.yaml"], ["--layout", "mine.xml"], "8 pages"),
                 "dump": (DUMP, ["--layout", "mine.xml"], "page 8"), "new": (["a.yaml"], ["--layout", "mine.xml"], "layout: mine.xml"),
                 "schema": ([], ["--layout"], "relaxng")},
    "--profile": {"build": (["cv.yaml"], ["--profile", "print"], "<cv.pdf>"),
                  "dump": (["cv.yaml", "--stage", "flow"], ["--profile", "print"], "profile print")},
    "--lang": {"build": (TEXT, ["--lang", "nl"], "Wachter"), "check": (["cv.yaml"], ["--lang", "tlh"], "[unknown-language]"),
               "dump": (DUMP, ["--lang", "nl"], "Wachter"), "diff": (DIFF, ["--lang", "nl"], "Wachter")},
    "--variant": {"build": (["cv.yaml"], ["--variant", "lamp"], "<cv-lamp.pdf>"), "check": (["cv.yaml"], ["--variant", "lamp"], "1 page\n"),
                  "dump": (["cv.yaml", "--stage", "text"], ["--variant", "lamp"], "Keeper"),
                  "diff": (DIFF, ["--variant", "rope"], "rope: ")},
    "--all": {"build": (["cv.yaml"], ["--all"], "<cv-rope.pdf>")},
    "--check": {"build": (["cv.yaml"], ["--check"], "[3]"), "fmt": (["form.yaml"], ["--check"], "[3]")},
    "--pages": {"build": (["cv.yaml"], ["--pages", "1"], "cv.pdf: 1 page,")},
    "--fit": {"build": (["cv.yaml", "--pages", "1", "--explain", "fit"], ["--fit", "content"], "gaps 100 %")},
    "--freeze-lines": {"build": (["long.yaml", "--to", "latex", "-o", "-"], ["--freeze-lines"], "linebreak")},
    "--fit-exact": {"build": (["cv.yaml", "--pages", "1", "--explain", "fit"], ["--fit-exact"], "settings were tried")},
    "--max-pages": {"build": (["cv.yaml"], ["--max-pages", "1"], "cv.pdf: 1 page,"), "check": (["cv.yaml"], ["--max-pages", "1"], "[4]")},
    "--depfile": {"build": (["cv.yaml"], ["--depfile", "cv.d"], "<cv.d>")},
    "--timings": {"build": (["cv.yaml"], ["--timings"], "together")},
    "--explain": {"build": (["cv.yaml", "--variant", "lamp"], ["--explain", "variants"], "out      point")},
    "--set": {"build": (TEXT, ["--set", "name=Ann"], "Ann"), "check": (["cv.yaml"], ["--set", "nme=Ann"], "[unknown-field]"),
              "dump": (DUMP, ["--set", "name=Ann"], "Ann"), "diff": (DIFF, ["--set", "sections.experience.lamp.role=Cook"], "Cook")},
    "--font-dir": {"build": (["cv.yaml"], ["--font-dir", "faces"], "[font-damaged]"),
                   "check": (["cv.yaml"], ["--font-dir", "faces"], "[font-damaged]"),
                   "dump": (DUMP, ["--font-dir", "faces"], "[font-damaged]"), "fonts": ([], ["--font-dir", "faces"], "[font-damaged]")},
    "--root": {"build": (["sub/cv.yaml", "--variant", "v"], ["--root", "."], "<sub/cv-v.pdf>"),
               "check": (["sub/cv.yaml"], ["--root", "."], "no errors"),
               "dump": (["sub/cv.yaml", "--variant", "v", "--stage", "text"], ["--root", "."], "Sailor"),
               "diff": (["sub/cv.yaml", "--variant", "v"], ["--root", "."], "[0]")},
    "--strict": {"build": (["warns.yaml"], ["--strict"], "[1]"), "check": (["warns.yaml"], ["--strict"], "[1]"),
                 "dump": (["warns.yaml", "--stage", "text"], ["--strict"], "[1]"),
                 "diff": (["warns.yaml", "--variant", "v"], ["--strict"], "[1]"),
                 "import": (["foreign.yaml"], ["--strict"], "[1]")},
    "--lenient": {"build": (["extra.yaml"], ["--lenient"], "<extra.pdf>"), "check": (["extra.yaml"], ["--lenient"], "[0]"),
                  "dump": (["extra.yaml", "--stage", "text"], ["--lenient"], "[0]"),
                  "diff": (["extra.yaml", "--variant", "v"], ["--lenient"], "[0]")},
    "--example": {"new": (["a.yaml"], ["--example", "long-cv"], "<a.yaml>")},
    "--stage": {"dump": (["cv.yaml"], ["--stage", "syntax"], "[0]")},
    "--man": {"help": ([], ["--man"], ".TH ")},
    "--diagnostics": {"build": (["extra.yaml"], ["--diagnostics", "short"], "extra.yaml:2:1: error")},
    "--color": {"build": (["extra.yaml"], ["--color", "always"], "\033[")},
    "--quiet": {"build": (["cv.yaml"], ["--quiet"], "<cv.pdf>")},
    "--verbose": {"build": (["cv.yaml"], ["--verbose"], "fingerprint")},
}


def most_threads(program, layout, jobs):
    """The most threads seen of a build of many outputs. `--jobs` changes nothing else."""
    outputs = "outputs:\n" + "".join("  - {file: out-%d}\n" % number for number in range(80))
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "cv.yaml"), "w") as file:
            file.write(SOURCES["cv.yaml"] + outputs)
        process = subprocess.Popen([program, "build", "--all", "cv.yaml", "-q", "--jobs", str(jobs)], cwd=folder)
        most = 0
        while process.poll() is None:
            try:
                most = max(most, len(os.listdir("/proc/%d/task" % process.pid)))
            except OSError:
                break
            time.sleep(0.002)
        process.wait()
        return most


def check_options(program, root, layout):
    tried = {("build", "--jobs")}
    threads = [most_threads(program, layout, jobs) for jobs in (1, 3)]
    if threads != [1, 3]:
        failures.append("--jobs 1 and 3 have %s threads" % threads)
    for option, cases in OPTIONS.items():
        for verb, (words, given, wanted) in cases.items():
            tried.add((verb, option))
            without, with_it = (call(program, layout, [verb] + list) for list in (words, words + given))
            if without == with_it:
                failures.append("resumec %s %s: %s has no effect" % (verb, " ".join(words), " ".join(given)))
            elif wanted not in shown(with_it):
                failures.append("resumec %s %s: no `%s` in\n%s" % (verb, " ".join(words + given), wanted, shown(with_it)[:2000]))
    known = ready_options(root)
    for verb, name in sorted(known - tried):
        failures.append("src/driver/options.def: `%s` of `%s` has no case in tests/e2e/contract.py" % (name, verb))
    for verb, name in sorted(tried - known):
        failures.append("`%s` of `%s` is not in src/driver/options.def" % (name, verb))


# ---- keys

PERSON = """name: Bob Marrow
headline: Baker
langs: [en, nl]
sections:
  experience:
    - {role: Baker, id: bakery, when: 2015-03 – 2021, tags: [food], short: Baked., points: [Bread, {text: Ledger, tags: [money]}]}
    - {role: Clerk, id: office, when: 2010 – 2012, tags: [money], priority: 4, cites: [loaf]}
  publications: [{id: loaf, title: Loaves}, {id: crust, title: Crusts}]
"""
# key → its value, and what must be in what comes out (with `-` before it: what must not).
VARIANT = {
    "headline": ("Cook", "Cook"), "layout": ("mine.xml", "2 pages"), "extends": ("base", "Extended"), "keep": ("{tags: [food]}", "-Clerk"),
    "only": ("{tags: [food]}", "-Loaves"), "drop": ("{tags: [food]}", "-Baker "), "sections": ("[publications]", "-Clerk"),
    "titles": ("{experience: At work}", "At work"), "short": ("true", "Baked."), "lang": ("nl", "mrt 2015"), "max_pages": ("1", "[4]"),
    "pages": ("1", "1 page,"), "set": ("{name: Ann}", "Ann"), "overlay": ("{name: Ann}", "Ann"),
    "posting": ("ad.txt", "[not-supported-yet]"), "comment": ("for myself", "-unknown-field"),
}
RULE = {
    "sections": ("drop: {%s: [publications]}", "-Loaves"), "tags": ("keep: {%s: [food]}", "-Clerk"),
    "priority": ("keep: {%s: 3}", "-Clerk"), "kinds": ("keep: {%s: [publication]}", "-Clerk"), "ids": ("drop: {%s: [office]}", "-Clerk"),
    "since": ("keep: {%s: 2015}", "-Clerk"), "cited": ("keep: {%s: true}", "-Crusts"),
}
OUTPUT = {
    "variant": ("base", "<cv-base.txt>"), "layout": ("mine.xml", "    2  -"), "format": ("latex", "<cv.tex>"), "lang": ("nl", "mrt 2015"),
    "file": ("x", "<x.txt>"), "set": ("{name: Ann}", "Ann"), "pages": ("1", "    1  -"), "max_pages": ("1", "[4]"),
    "comment": ("for myself", "-unknown-field"),
}


def try_key(program, layout, what, words, without, with_it, aliased, wanted):
    """Sources without the key, with it, and with each of its other names."""
    sources = lambda text: dict(SOURCES, **{"cv.yaml": text})
    before, after = (call(program, layout, words, sources(text)) for text in (without, with_it))
    absent = wanted.startswith("-")
    if absent and wanted == "-unknown-field":
        if before != after:
            failures.append("%s changes something" % what)
    elif before == after:
        failures.append("%s has no effect" % what)
    elif (wanted.lstrip("-") in shown(after)) == absent:
        failures.append("%s: `%s`\n%s" % (what, wanted, shown(after)[:2000]))
    for alias, text in aliased:
        if strip_places(call(program, layout, words, sources(text))) != strip_places(after):
            failures.append("%s: `%s` does something else" % (what, alias))


def strip_places(result):
    return result[0], result[1], b"" if result[0] else result[2], result[3]


def complete(what, known, tried):
    for key in sorted(set(known) - set(tried)):
        failures.append("src/model/schema.def: `%s` of %s has no case in tests/e2e/contract.py" % (key, what))
    for key in sorted(set(tried) - set(known)):
        failures.append("`%s` of %s is not in src/model/schema.def" % (key, what))


def check_keys(program, root, layout):
    build = ["build", "cv.yaml", "--variant", "v", "--to", "text"]
    variants = PERSON + "variants:\n  base: {headline: Extended}\n  v: {%s}\n"
    known = keys(root, "Variant")
    complete("a variant", known, VARIANT)
    for key, (value, wanted) in VARIANT.items():
        # A limit needs pages that break it.
        rest = ", set: {layout: mine.xml}" if key in ("pages", "max_pages") else ""
        source = lambda name: variants % (("%s: %s" % (name, value)) + rest)
        try_key(program, layout, "`%s` of a variant" % key, build, variants % rest.lstrip(", "), source(key),
                [(alias, source(alias)) for alias in known.get(key, [])], wanted)
    known = keys(root, "Rule")
    complete("a rule", known, RULE)
    for key, (rule, wanted) in RULE.items():
        try_key(program, layout, "`%s` of a rule" % key, build, variants % "", variants % (rule % key),
                [(alias, variants % (rule % alias)) for alias in known.get(key, [])], wanted)
    outputs = PERSON + "variants:\n  base: {headline: Extended}\noutputs:\n  - {%s}\n"
    known = keys(root, "Output")
    complete("an output", known, OUTPUT)
    for key, (value, wanted) in OUTPUT.items():
        long = "format: text, layout: mine.xml"
        rest = {"format": "", "max_pages": long, "pages": long}.get(key, "format: text")
        source = lambda name: outputs % ", ".join(part for part in ("%s: %s" % (name, value), rest) if part)
        try_key(program, layout, "`%s` of an output" % key, ["build", "--all", "cv.yaml"], outputs % rest, source(key),
                [(alias, source(alias)) for alias in known.get(key, [])], wanted)


def main():
    program, root = os.path.abspath(sys.argv[1]), sys.argv[2]
    with open(os.path.join(root, "layouts", "classic.xml"), encoding="utf-8") as file:
        layout = file.read()
    for option, value in (("font-size", "16pt"), ("leading", "2"), ("margins", "90mm 20mm")):
        layout, count = re.subn(r'(<option name="%s" default=")[^"]*' % option, r"\g<1>" + value, layout)
        assert count == 1, option
    check_options(program, root, layout)
    check_keys(program, root, layout)
    print("\n".join(failures) or "every option and every key has its effect")
    return 1 if failures else 0


sys.exit(main())

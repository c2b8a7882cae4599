"""The action's script in fresh repositories: run_action.py ROOT CMAKE BUILD PROGRAM

What cannot run offline is left out: the download of a bundle, and GitHub's own steps (cache, upload)."""
import glob, os, re, subprocess, sys, tarfile, tempfile

import yaml

root, cmake, build, program = sys.argv[1:]
SCRIPT, EACH = os.path.join(root, "scripts/ci/action.sh"), os.path.join(root, "scripts/ci/each-source.sh")
RESUME = """name: Bob Marrow
email: bob@example.org
sections:
  experience:
    - role: Engineer
      at: Tidewater
      when: 2022 – present
"""
problems = []


def check(condition, *problem):
    if not condition:
        problems.append(" ".join(map(str, problem)))


def run(*call, cwd, **variables):
    env = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
    env.update(GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null", GIT_AUTHOR_NAME="Jo Reed", GIT_AUTHOR_EMAIL="jo@example.org",
               GIT_COMMITTER_NAME="Jo Reed", GIT_COMMITTER_EMAIL="jo@example.org", RESUMEC_PROGRAM=program)
    env.update(variables)
    done = subprocess.run(call, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def commit(folder, date, *paths):
    run("git", "add", "--", *paths, cwd=folder)
    run("git", "commit", "-q", "-m", "a change", cwd=folder, GIT_COMMITTER_DATE=date, GIT_AUTHOR_DATE=date)


def blocks_of(text):
    blocks = [(len(indent), body) for indent, body in re.findall(r"^( *)```yaml[^\n]*\n(.*?)^ *```", text, re.M | re.S)]
    return ["".join(line[indent:] for line in body.splitlines(True)) for indent, body in blocks]


def section_of(page, title):
    with open(os.path.join(root, page), encoding="utf-8") as file:
        return file.read().split("## %s\n" % title)[1].split("\n## ")[0]


def follow(page, folder):
    """What a page tells a newcomer: its first résumé and its first workflow in an empty repository; the steps of action.yml that are ours,
    in order, with the environment that GitHub gives them. The status, what was printed, and what is handed to the upload."""
    with open(os.path.join(root, page), encoding="utf-8") as file:
        text = file.read()
    blocks = blocks_of(text)
    resume = next(block for block in blocks if "sections:" in block)
    workflow = yaml.safe_load(next(block for block in blocks if "jobs:" in block))
    write(folder, "resume.yaml", resume)
    run("git", "init", "-q", cwd=folder)
    commit(folder, "2026-03-14T12:00:00Z", "resume.yaml")
    steps = next(iter(workflow["jobs"].values()))["steps"]
    given = next(step for step in steps if step.get("uses", "").startswith("OWNER/resumec"))
    with open(os.path.join(root, "action.yml"), encoding="utf-8") as file:
        action = yaml.safe_load(file)
    inputs = {name: str(given.get("with", {}).get(name, spec.get("default", ""))) for name, spec in action["inputs"].items()}
    check(set(given.get("with", {})) <= set(inputs), page, "gives inputs that the action does not have")
    outputs, said, upload = {}, "", None
    fill = lambda value: re.sub(r"\$\{\{ *(?:inputs\.([\w-]+)|steps\.key\.outputs\.(\w+)) *\}\}",
                                lambda found: inputs[found[1]] if found[1] else outputs[found[2]], value)
    for step in action["runs"]["steps"]:
        if "run" not in step:
            values = {name: fill(str(value)) for name, value in step["with"].items()}
            upload = values["path"] if "artifact" in step["uses"] else upload
            continue
        file = os.path.join(folder, ".git", "output")
        variables = {name: fill(value) for name, value in step.get("env", {}).items()}
        status, text = run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"], cwd=folder, GITHUB_ACTIONS="true",
                           GITHUB_ACTION_PATH=root, GITHUB_OUTPUT=file, TZ="UTC", **variables)
        said += text
        if os.path.exists(file):
            outputs.update(line.rstrip("\n").split("=", 1) for line in open(file))
        if status:
            return status, said, upload
    check(re.fullmatch("[0-9a-f]{16}", outputs.get("key", "")), page, "names no cache:", outputs)
    return 0, said, upload


def pdf_date(path):
    status, text = run("pdfinfo", "-isodates", path, cwd="/")
    dates = [line.split()[1] for line in text.splitlines() if line.startswith("CreationDate")]
    return dates[0] if dates else None


with tempfile.TemporaryDirectory() as folder:
    repository = os.path.join(folder, "my résumé")
    write(repository, "resume.yaml", RESUME)
    write(repository, "cv 'a b'.yaml", RESUME)
    run("git", "init", "-q", cwd=repository)
    commit(repository, "2026-03-14T12:00:00Z", "resume.yaml", "cv 'a b'.yaml")
    write(repository, "README.md", "nothing of the résumé\n")
    commit(repository, "2026-05-01T12:00:00Z", "README.md")

    # The recipes of the README and of the guide, followed to the letter.
    for page in ("README.md", "docs/guide/ci.md"):
        place = os.path.join(folder, os.path.basename(page))
        status, text, upload = follow(page, place)
        made = os.path.join(place, upload or "", "resume.pdf")
        check(status == 0 and "::" not in text and os.path.exists(made), page + ":", status, text)
        check(os.path.exists(made) and (pdf_date(made) or "").startswith("2026-03-14T12:00:00"), page, "the date of the PDF")

    # The date is that of the last commit of the source, not of the repository.
    status, text = run(SCRIPT, cwd=repository, TZ="UTC")
    made = os.path.join(repository, "resume-out", "resume.pdf")
    check(status == 0 and os.path.exists(made), "a résumé:", status, text)
    check((pdf_date(made) or "").startswith("2026-03-14T12:00:00"), "date of the PDF:", pdf_date(made))

    # What the caller says about the date counts; options go through word by word; several sources with odd names.
    status, text = run(SCRIPT, "build", cwd=repository, SOURCE_DATE_EPOCH="86400", RESUMEC_SOURCE="resume.yaml\ncv 'a b'.yaml\n",
                       RESUMEC_OPTIONS="--set=name=Ann  O'Dell $HOME\n--to=pdf", RESUMEC_OUTPUT="out put", TZ="UTC")
    second = os.path.join(repository, "out put", "cv 'a b'.pdf")
    check(status == 0 and os.path.exists(second), "odd names:", status, text)
    check("Ann O'Dell $HOME" in run("pdftotext", second, "-", cwd="/")[1], "the words of an option")
    check((pdf_date(second) or "").startswith("1970-01-02"), "SOURCE_DATE_EPOCH of the caller:", pdf_date(second))

    # A shallow clone gets its history, so that the date is still that of the source.
    shallow = os.path.join(folder, "shallow")
    run("git", "clone", "-q", "--depth", "1", "file://" + repository, shallow, cwd=folder)
    status, text = run(SCRIPT, "build", cwd=shallow, TZ="UTC")
    check((pdf_date(os.path.join(shallow, "resume-out", "resume.pdf")) or "").startswith("2026-03-14"), "shallow clone:", text)

    # No repository: said, and no date.
    loose = os.path.join(folder, "loose")
    write(loose, "resume.yaml", RESUME)
    status, text = run(SCRIPT, "build", cwd=loose, GIT_CEILING_DIRECTORIES=folder)
    date = pdf_date(os.path.join(loose, "resume-out", "resume.pdf"))
    check(status == 0 and "get no date" in text and date is None, "no repository:", date, text)

    # A wrong source: an annotation at its line, status 1, nothing written; the good one beside it is.
    write(repository, "wrong.yaml", RESUME.replace("email", "emial"))
    status, text = run(SCRIPT, "build", cwd=repository, RESUMEC_SOURCE="wrong.yaml\nresume.yaml", RESUMEC_OUTPUT="mixed",
                       GITHUB_ACTIONS="true")
    check(status == 1 and "::error file=wrong.yaml,line=2," in text, "annotation:", status, text)
    check(os.listdir(os.path.join(repository, "mixed")) == ["resume.pdf"], "what is written beside an error:", text)
    status, text = run(SCRIPT, "build", cwd=repository, RESUMEC_SOURCE="wrong.yaml")
    check(status == 1 and "wrong.yaml:2:1: error: " in text, "messages elsewhere than on GitHub:", status, text)

    # Too many pages: status 4, annotated, not written.
    write(repository, "long.yaml", RESUME + "      points:\n" + "        - A line of work that is told at some length.\n" * 120)
    status, text = run(SCRIPT, "build", cwd=repository, RESUMEC_SOURCE="long.yaml", RESUMEC_PAGE_LIMIT="1", RESUMEC_OUTPUT="long",
                       GITHUB_ACTIONS="true")
    written = os.listdir(os.path.join(repository, "long"))
    check(status == 4 and "::error " in text and not written, "page budget:", status, written, text)
    status, text = run(SCRIPT, "build", cwd=repository, RESUMEC_SOURCE="long.yaml", RESUMEC_PAGE_LIMIT="9", RESUMEC_OUTPUT="long")
    check(status == 0, "a budget that holds:", status, text)

    # What is no number of pages, or no time, is named as what it is, not by the option that it becomes.
    for variables, word in ((dict(RESUMEC_PAGE_LIMIT="two"), "page limit"), (dict(RESUMEC_PAGE_LIMIT="0"), "page limit"),
                            (dict(SOURCE_DATE_EPOCH="now"), "SOURCE_DATE_EPOCH")):
        status, text = run(SCRIPT, "build", cwd=repository, GITHUB_ACTIONS="true", **variables)
        check(status == 1 and text.startswith("::error title=resumec::") and word in text and "--set" not in text, variables, status, text)

    # Options: one a line. What stands on one line by mistake is said in an annotation; blanks around do not count.
    for options in ("--variant one-page", "--all --lang=de", "--lang=de --all", "-q --all", "--strict\n--lang de"):
        status, text = run(SCRIPT, "build", cwd=repository, GITHUB_ACTIONS="true", RESUMEC_OPTIONS=options)
        check(status == 1 and text.startswith("::error title=resumec::options stand one a line"), options, status, text)
    status, text = run(SCRIPT, "build", cwd=repository, GITHUB_ACTIONS="true", RESUMEC_OPTIONS="--lng=de")
    check(status == 2 and "::error title=resumec::" in text and "`--lang`" in text, "an option that there is not:", status, text)
    status, text = run(SCRIPT, "build", cwd=repository, RESUMEC_OPTIONS="  --strict \n\t\r\n", RESUMEC_SOURCE="  resume.yaml\r\n \n")
    check(status == 0, "blanks around lines:", status, text)

    # The path in an annotation is the repository's, however the source is named.
    for source in ("./wrong.yaml", " .//wrong.yaml ", "out put/../wrong.yaml", os.path.join(repository, "wrong.yaml")):
        status, text = run(SCRIPT, "build", cwd=repository, GITHUB_ACTIONS="true", RESUMEC_SOURCE=source)
        check(status == 1 and "::error file=wrong.yaml,line=2," in text, source, status, text)
    status, text = run(SCRIPT, "build", cwd=repository, GITHUB_ACTIONS="true", RESUMEC_SOURCE="nowhere/resume.yaml")
    check(status == 1 and "::error title=file-not-found::" in text and "git" not in text, "a missing folder:", status, text)

    # Two sources that make one file: an error that names both, after both were compiled; other names do not clash.
    outputs = 'outputs:\n  - {file: "%s"}\n'
    for name, file in (("jo/resume.yaml", "my {name}"), ("mo/resume.yaml", "{stem}-mo"), ("mo/cv.yaml", "my {name}")):
        write(repository, name, RESUME + outputs % file)
    clash = dict(cwd=repository, RESUMEC_OUTPUT="clash", GITHUB_ACTIONS="true")
    status, text = run(SCRIPT, "build", RESUMEC_SOURCE="jo/resume.yaml\nmo/resume.yaml\nmo/cv.yaml", **clash)
    check(status == 1 and "::error title=resumec::jo/resume.yaml and mo/resume.yaml both make clash/resume.pdf" in text, "clash:", text)
    check(os.path.exists(os.path.join(repository, "clash", "cv.pdf")), "a source after two that clash:", text)
    status, text = run(SCRIPT, "build", RESUMEC_SOURCE="jo/resume.yaml\nmo/resume.yaml", RESUMEC_OPTIONS="--all", **clash)
    check(status == 0, "one name of sources, two of outputs:", status, text)
    status, text = run(SCRIPT, "build", RESUMEC_SOURCE="jo/resume.yaml\nmo/cv.yaml", RESUMEC_OPTIONS="--all", **clash)
    check(status == 1 and "jo/resume.yaml and mo/cv.yaml both make clash/my Bob-Marrow.pdf" in text, "one name of outputs:", text)

    # The page of the run has a table of what was made, without the annotations.
    summary = os.path.join(folder, "summary")
    run(SCRIPT, "build", cwd=repository, RESUMEC_SOURCE="resume.yaml\nwrong.yaml", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=summary)
    with open(summary, encoding="utf-8") as file:
        text = file.read()
    check("**resume.yaml**" in text and "    resume-out/resume.pdf: 1 page" in text and "::" not in text, "summary:", text)

    # The section of the guide about two versions of one résumé, followed to the letter.
    place = os.path.join(folder, "versions")
    resume, workflow = blocks_of(section_of("docs/guide/ci.md", "A full one and a one-page one"))
    write(place, "resume.yaml", RESUME + resume)
    step = yaml.safe_load(workflow)[0]
    status, text = run(SCRIPT, "build", cwd=place, GIT_CEILING_DIRECTORIES=folder, RESUMEC_OPTIONS=step["with"]["options"])
    check(status == 0 and sorted(os.listdir(os.path.join(place, "resume-out"))) == ["resume-one-page.pdf", "resume.pdf"], "versions:", text)

    # A bundle: packed from an installed tree, unpacked, its digest checked, used a second time without it.
    home = os.path.join(folder, "home")
    status, key = run(SCRIPT, "key", cwd=repository, RESUMEC_PROGRAM="")
    installed = os.path.join(home, key.strip())
    subprocess.run([cmake, "--install", build, "--prefix", installed], check=True, stdout=subprocess.DEVNULL)
    bundle = os.path.join(folder, "resumec.tar.gz")
    status, text = run(SCRIPT, "bundle", bundle, cwd=repository, RESUMEC_PROGRAM="", RESUMEC_HOME=home)
    check(status == 0 and "bin/resumec" in tarfile.open(bundle).getnames(), "packing a bundle:", status, text)
    digest = run("sha256sum", bundle, cwd=folder)[1].split()[0]
    common = dict(cwd=repository, RESUMEC_PROGRAM="", RESUMEC_HOME=os.path.join(folder, "other"), RESUMEC_OUTPUT="bundled",
                  RESUMEC_BUNDLE=bundle)
    status, text = run(SCRIPT, RESUMEC_BUNDLE_SHA256="0" * 64, **common)
    check(status == 1 and "SHA-256" in text, "a bundle with other bytes:", status, text)
    status, text = run(SCRIPT, RESUMEC_BUNDLE_SHA256=digest, **common)
    check(status == 0, "a bundle:", status, text)
    with open(made, "rb") as one, open(os.path.join(repository, "bundled", "resume.pdf"), "rb") as two:
        check(one.read() == two.read(), "the bundle's program gives other bytes")
    os.remove(bundle)
    status, text = run(SCRIPT, RESUMEC_BUNDLE_SHA256=digest, **common)
    check(status == 0, "an installed bundle is used again:", status, text)
    check(len(glob.glob(os.path.join(folder, "other", "*"))) == 1, "leftovers:", os.listdir(os.path.join(folder, "other")))

    # The hooks: each file its own call, the worst status counts.
    status, text = run(EACH, "check", "--quiet", "resume.yaml", "cv 'a b'.yaml", cwd=repository)
    check(status == 0 and text == "", "a hook:", status, text)
    status, text = run(EACH, "check", "--quiet", "resume.yaml", "wrong.yaml", "resume.yaml", cwd=repository)
    check(status == 1 and "emial" in text, "a hook with a wrong source:", status, text)
    run(program, "build", "resume.yaml", cwd=repository)
    status, text = run(EACH, "build", "--check", "--quiet", "resume.yaml", cwd=repository)
    check(status == 0, "an output that is up to date:", status, text)
    # `args:` of a configuration; and what would be an option but for the `--` before it.
    status, text = run(EACH, "build", "--check", "--quiet", "--all", "--lang=de", "resume.yaml", cwd=repository)
    check(status == 3 and "resume.pdf" in text, "arguments of a hook:", status, text)
    status, text = run(EACH, "check", "--quiet", "--", "--all.yaml", cwd=repository)
    check(status != 0 and "--all.yaml" in text, "a source with hyphens:", status, text)
    write(repository, "resume.yaml", RESUME.replace("Bob", "Rob"))
    status, text = run(EACH, "build", "--check", "--quiet", "resume.yaml", cwd=repository)
    check(status == 3, "an output that is out of date:", status, text)

print("\n".join(problems))
sys.exit(1 if problems else 0)

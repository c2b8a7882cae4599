"""Everything that the CI files name exists: check_files.py ROOT PROGRAM

Inputs that a step reads are declared, scripts are there and executable, variables are ones that scripts/ci/action.sh reads, options are
ones that help knows, the workflows of the documents use inputs that the action has, and shellcheck has no complaint."""
import glob, os, re, shutil, subprocess, sys
import yaml

root, program = sys.argv[1:]
problems = []


def read(path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def check(condition, problem):
    if not condition:
        problems.append(problem)


def options_of(verb):
    page = subprocess.run([program, "help", verb], capture_output=True, text=True).stdout
    return set(re.findall(r"^ +(?:-., )?(--[a-z-]+)", page, re.M)) | set(re.findall(r"^ +(-[a-z]), --", page, re.M))


def check_calls(path, text):
    """`resumec build … --option` in any text: the verb and its options are known."""
    for verb, rest in re.findall(r"resumec(?:\"|})? (build|check|watch|new|dump)\b((?:[^\n|&;`]|\\\n)*)", text):
        for option in re.findall(r"(?<![\w-])(--[a-z][a-z-]*|-[a-z])(?![\w-])", rest.split("#")[0]):
            check(option in options_of(verb), "%s: `resumec %s` has no option %s" % (path, verb, option))


action_script = read("scripts/ci/action.sh")
VARIABLE = "RESUMEC_[A-Z0-9_]+|SOURCE_DATE_EPOCH"
known_variables = set(re.findall(r"^#   (%s) " % VARIABLE, action_script, re.M))
check(known_variables == set(re.findall(VARIABLE, action_script)), "scripts/ci/action.sh: the variables of head and code differ")

# The action: inputs and what its steps read.
action = yaml.safe_load(read("action.yml"))
text = read("action.yml")
used = set(re.findall(r"inputs\.([a-z0-9-]+)", text))
check(used == set(action["inputs"]), "action.yml: declared inputs %s, used %s" % (sorted(action["inputs"]), sorted(used)))
step_ids = {step.get("id") for step in action["runs"]["steps"]}
for step_id in re.findall(r"steps\.([a-z-]+)\.", text):
    check(step_id in step_ids, "action.yml: no step has the id " + step_id)
calls = 0
for step in action["runs"]["steps"]:
    check(("run" in step) != ("uses" in step), "action.yml: a step either runs or uses: %s" % step)
    if "run" in step:
        check(step.get("shell") == "bash", "action.yml: a step of a composite action names its shell: %s" % step)
        for script, word in re.findall(r"GITHUB_ACTION_PATH/(\S+?)\"(?: ([a-z]+))?", step["run"]):
            calls += 1
            check(os.access(os.path.join(root, script), os.X_OK), "action.yml: %s is not an executable file" % script)
            check(re.search(r"^  .*\b%s\b.*\)" % word, action_script, re.M), "action.yml: %s has no step %s" % (script, word))
        check("${{" not in step["run"], "action.yml: an expression inside a script could be code: hand it over in env")
    for name in step.get("env", {}):
        check(name in known_variables, "action.yml: scripts/ci/action.sh does not read " + name)
check(calls == 3, "action.yml: %d calls of the script, not 3" % calls)
# A résumé with a mistake must not make the next run build the program again: it is saved before the compilation.
order = [step.get("uses", step.get("run", "")) for step in action["runs"]["steps"]]
words = ("cache/restore@", " install", "cache/save@", " build")
where = [next((at for at, what in enumerate(order) if word in what), -1) for word in words]
check(-1 < where[0] < where[1] < where[2] < where[3], "action.yml: restore, install, save, build are not in order: %s" % order)


def check_majors(path):
    """The same major of each of GitHub's actions everywhere, one that runs on a node which is still there."""
    for name, version in re.findall(r"uses: (actions/[a-z-]+)[a-z/]*@(\S+)", read(path)):
        check(version == MAJORS.get(name), "%s: %s@%s, not %s" % (path, name, version, MAJORS.get(name)))


MAJORS = {"actions/checkout": "v7", "actions/cache": "v5", "actions/upload-artifact": "v7"}
for file in ("action.yml", "README.md", "docs/guide/ci.md", ".github/workflows/examples.yml"):
    check_majors(file)


def check_workflow(path, workflow, uses):
    # YAML 1.1 reads the key `on` as a truth value.
    check("on" in workflow or True in workflow, path + ": says not when it runs")
    check(workflow.get("permissions") == {"contents": "read"}, path + ": a job may do more than read")
    seen = 0
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").split("@")[0] in uses:
                seen += 1
                for name in step.get("with", {}):
                    check(name in action["inputs"], "%s: the action has no input %s" % (path, name))
                for source in step.get("with", {}).get("source", "").split("\n"):
                    if source.startswith("examples/"):
                        check(os.path.exists(os.path.join(root, source)), "%s: there is no %s" % (path, source))
    check(seen == 1, "%s: uses the action %d times" % (path, seen))


check_workflow(".github/workflows/examples.yml", yaml.safe_load(read(".github/workflows/examples.yml")), ["./"])
hooks = yaml.safe_load(read(".pre-commit-hooks.yaml"))
workflows = 0
for path in ("README.md", "docs/guide/ci.md"):
    for fence in re.findall(r"^```yaml[^\n]*\n(.*?)^```", read(path), re.M | re.S):
        example = yaml.safe_load(fence)
        if isinstance(example, dict) and "jobs" in example:
            workflows += 1
            check_workflow(path, example, ["OWNER/resumec"])
        for repository in example.get("repos", []) if isinstance(example, dict) else []:
            for hook in repository["hooks"]:
                check(hook["id"] in [known["id"] for known in hooks], "%s: no hook %s" % (path, hook["id"]))
    check_calls(path, read(path))
check(workflows >= 2, "README.md and docs/guide/ci.md each show a workflow")

# GitLab: scripts in the clone, variables that are read and that a project can set: those of a job win over the project's.
gitlab = yaml.safe_load(read("ci/gitlab.yml"))
settable = gitlab.pop("variables")
for name in settable:
    check(name in known_variables or name == "RESUMEC_REF", "ci/gitlab.yml: nothing reads " + name)
for job in gitlab.values():
    for line in job["script"]:
        script = os.path.relpath(line.split()[0], "/opt/resumec")
        check(os.access(os.path.join(root, script), os.X_OK), "ci/gitlab.yml: %s is no script" % script)
    check(set(job["variables"]) == {"GIT_DEPTH"}, "ci/gitlab.yml: a project cannot set %s" % sorted(job["variables"]))
    for what in ("cache", "artifacts"):
        check(job[what]["when"] == "always", "ci/gitlab.yml: %s of a red job are not kept" % what)
        for path in job[what]["paths"]:
            check(path.strip("$/") in settable, "ci/gitlab.yml: %s is kept, wherever it is said to be" % path)

# pre-commit: entries that exist, patterns that match what they should.
names = {"resume.yaml": True, "cv/resume.yml": True, "jo.resume.yaml": True, "notes.yaml": False, "myresume.yaml": False,
         ".github/workflows/resume.yml": False}
for hook in hooks:
    words = hook["entry"].split()
    check(hook["language"] == "script" and os.access(os.path.join(root, words[0]), os.X_OK), ".pre-commit-hooks.yaml: " + hook["entry"])
    check_calls(".pre-commit-hooks.yaml", "resumec " + " ".join(words[1:]))
    # `args:` of a configuration come between the entry and the files.
    check("--" not in words, ".pre-commit-hooks.yaml: %s: no option can follow" % hook["id"])
    for name, wanted in names.items():
        matches = re.search(hook["files"], name) and not re.search(hook["exclude"], name)
        check(bool(matches) == wanted, ".pre-commit-hooks.yaml: %s: %s" % (hook["id"], name))

# The container: copied folders exist, packages come from scripts/setup.sh, no registry host, not root.
dockerfile = read("Dockerfile")
for option in re.findall(r"setup\.sh (--[a-z]+)", dockerfile):
    check("  %s)" % option in read("scripts/setup.sh"), "Dockerfile: scripts/setup.sh has no " + option)
for image in re.findall(r"^FROM (\S+)", dockerfile, re.M):
    check(image == "debian:12-slim", "Dockerfile: another base image " + image)
check(re.search(r"^USER (?!root)", dockerfile, re.M), "Dockerfile: runs as root")
needed = subprocess.run(["readelf", "-d", program], capture_output=True, text=True).stdout
runtime = re.search(r"^runtime=\((.*?)\)", read("scripts/setup.sh"), re.M | re.S).group(1).split()
for library in re.findall(r"NEEDED.*\[(.+?)\]", needed):
    if re.match(r"lib(c|m|gcc_s|asan|ubsan|tsan)\.so", library):
        continue
    owner = subprocess.run("dpkg -S '*/%s' | grep -v ':i386\\|lib32\\|libx32'" % library, shell=True, capture_output=True, text=True).stdout
    check(owner.split(":")[0] in runtime, "scripts/setup.sh --runtime: %s of %s is missing" % (owner.split(":")[0], library))

check_calls("scripts/ci/action.sh", action_script.replace('"$(program)" build', "resumec build"))
if shutil.which("shellcheck"):
    scripts = glob.glob(os.path.join(root, "scripts", "**", "*.sh"), recursive=True)
    done = subprocess.run(["shellcheck"] + scripts, capture_output=True, text=True)
    problems += done.stdout.splitlines()
else:
    print("not installed, so not asked: shellcheck")
print("\n".join(problems))
sys.exit(1 if problems else 0)

"""`--check` names a library that is another, and `--version` tells it: changed_library.py PROGRAM COMPILER

Another HarfBuzz is one that says another version: a few bytes loaded before it."""
import os, re, subprocess, sys, tempfile

program, compiler = os.path.abspath(sys.argv[1]), sys.argv[2]
problems = []


def run(*call, preload=None):
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    if preload:
        env["LD_PRELOAD"] = preload
    done = subprocess.run(call, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "other.cpp"), "w") as file:
        file.write('extern "C" char const* hb_version_string() { return "99.9"; }\n')
    other = os.path.join(folder, "other.so")
    status, said = run(compiler, "-shared", "-fPIC", "other.cpp", "-o", other)
    if status or run(program, "--version", preload=other)[0]:
        print("skipped: nothing can be loaded before the program's libraries here\n" + said)
        sys.exit(77)
    with open(os.path.join(folder, "cv.yaml"), "w") as file:
        file.write("name: Bob Marrow\n")
    here, there = (re.search(r"\((\w+)-(\w+)\)", run(program, "--version", preload=library)[1]).groups() for library in (None, other))
    if here[0] == there[0] or here[1] != there[1]:
        problems.append("--version says %s and %s" % (here, there))
    run(program, "build", "cv.yaml", "-q")
    for library, wanted, words in ((None, 0, ""), (other, 3, "is out of date: it was made with another library, `harfbuzz ")):
        status, said = run(program, "build", "cv.yaml", "--check", preload=library)
        if status != wanted or words not in said:
            problems.append("status %d of --check: %s" % (status, said))
    status, said = run(program, "build", "cv.yaml", preload=other)
    if status or "the old one differs: it was made with another library" not in said:
        problems.append("a build: status %d, %s" % (status, said))

print("\n".join(problems))
sys.exit(1 if problems else 0)

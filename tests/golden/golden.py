"""Stage dumps of examples against the files beside this one: golden.py PROGRAM. RESUMEC_UPDATE=1 rewrites them; the review is the diff."""
import difflib, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLES = os.path.join(HERE, "..", "..", "examples")
DUMPS = [("minimal", stage) for stage in ("syntax", "model", "selection", "style", "flow", "lines", "display", "text")]
DUMPS += [("every-kind", "model"), ("every-kind", "flow"), ("every-kind", "text")]
DUMPS += [("one-page", "lines"), ("long-cv", "text"), ("research-web", "text")]

failures = 0
for example, stage in DUMPS:
    call = [sys.argv[1], "dump", "--stage", stage, os.path.join(EXAMPLES, example + ".yaml")]
    done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    actual = done.stdout.decode("utf-8")
    path = os.path.join(HERE, example, stage + ".txt")
    expected = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
    if actual == expected and done.returncode == 0:
        continue
    if os.environ.get("RESUMEC_UPDATE") == "1" and done.returncode == 0:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "w", encoding="utf-8").write(actual)
        continue
    failures += 1
    print("\n".join(list(difflib.unified_diff(expected.splitlines(), actual.splitlines(), path, "now", lineterm="", n=1))[:40]))
print("%d dumps, %d differ" % (len(DUMPS), failures))
sys.exit(1 if failures else 0)

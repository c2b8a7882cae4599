"""The manual page names every verb and option that help knows, and no checker of manual pages has a complaint: manual.py PROGRAM"""
import re, shutil, subprocess, sys


def run(*call, text=None):
    done = subprocess.run(call, input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout


program = sys.argv[1]
page = run(program, "help", "--man")
shown = page.replace("\\-", "-").replace("\\fB", "").replace("\\fI", "").replace("\\fR", "")
help_page = run(program, "help")
verbs = re.findall(r"^  ([a-z]+)\b", help_page, re.M)
names = set(re.findall(r"^ +(?:-., )?(--[a-z-]+)", help_page + "".join(run(program, "help", verb) for verb in verbs), re.M))
problems = ["`%s` is not in the manual page" % word for word in verbs + sorted(names)
            if not re.search(r"(?<![a-z-])%s(?![a-z-])" % word, shown)]
if len(verbs) < 8 or len(names) < 12:
    problems.append("help lists only %s and %s" % (verbs, sorted(names)))
checkers = {"mandoc": ["mandoc", "-Tlint"], "man": ["man", "-l", "--warnings", "-Tutf8", "-P", "true", "-"]}
for name, call in checkers.items():
    if not shutil.which(name):
        print("not installed, so not asked: " + name)
    elif name == "mandoc":
        problems += run(*call, text=page).splitlines()
    else:
        done = subprocess.run(call, input=page, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        problems += done.stderr.splitlines()
print("\n".join(problems))
sys.exit(1 if problems else 0)

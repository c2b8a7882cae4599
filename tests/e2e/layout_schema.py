"""The schema that `schema --layout` prints accepts layouts and refuses wrong ones, says a RELAX NG validator:
layout_schema.py PROGRAM LAYOUT…"""
import os, shutil, subprocess, sys, tempfile

if not shutil.which("xmllint"):
    print("xmllint is not installed (package libxml2-utils)")
    sys.exit(77)


def valid(schema, layout):
    done = subprocess.run(["xmllint", "--noout", "--relaxng", schema, layout], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode not in (0, 3):  # 3: read, and not valid
        sys.exit(done.stdout)
    return done.returncode == 0


program, layouts = sys.argv[1], sys.argv[2:]
problems = []
with tempfile.TemporaryDirectory() as folder:
    schema, wrong = os.path.join(folder, "layout.rng"), os.path.join(folder, "wrong.xml")
    with open(schema, "wb") as file:
        file.write(subprocess.run([program, "schema", "--layout"], stdout=subprocess.PIPE, check=True).stdout)
    problems += ["refused: " + layout for layout in layouts if not valid(schema, layout)]
    with open(layouts[0], encoding="utf-8") as file:
        good = file.read()
    changes = {
        "an element in the wrong place": ("<template ", "<rule/>\n  <template "),
        "an attribute that does not exist": ("<styles>", '<styles colour="#123456">'),
        "a word that is no choice": ('align="center"', 'align="centre"'),
        "a number where a colour stands": ('color="#1f1f1f"', 'color="17"'),
        "an attribute that is missing": ('<style name="name"', "<style"),
        "text between elements": ("<options>", "<options>loose text"),
    }
    for what, (old, new) in changes.items():
        if old not in good:
            problems.append("not in the layout any more: " + old)
            continue
        with open(wrong, "w", encoding="utf-8") as file:
            file.write(good.replace(old, new, 1))
        if valid(schema, wrong):
            problems.append("accepted: " + what)
print("\n".join(problems))
sys.exit(1 if problems else 0)

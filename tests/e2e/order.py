"""What has no meaning changes no byte: order.py PROGRAM EXAMPLES [SEED]

Every example, with the keys of its top level and of its entries in other orders, built in other folders, with other numbers of jobs and
once more over its own outputs, gives the same files. The order of sections, groups, lists and contact items has a meaning and stays.
"""
import os, random, re, subprocess, sys, tempfile

KEY = re.compile(r'^("[^"]*"|[\w.-]+):(\s|$)')
ROUNDS = 4
CONTACT = ("email", "phone", "website", "location", "links", "contact", "birth", "nationality")  # printed in the order of the source


def indent_of(line):
    return len(line) - len(line.lstrip(" "))


def shuffled_blocks(lines, indent, rng):
    """The lines of one map, its keys at `indent`, in another order. Remarks go with the key that they stand above."""
    blocks, waiting = [], []
    for line in lines:
        text = line.strip()
        if indent_of(line) == indent and KEY.match(text):
            blocks.append(waiting + [line])
            waiting = []
        elif not blocks or text.startswith("#") and indent_of(line) <= indent:
            waiting.append(line)
        else:
            blocks[-1] += waiting + [line]
            waiting = []
    if waiting and blocks:
        blocks[-1] += waiting
    if any(re.search(r"(^|[\s\[{,])[&*][a-z]", line) for line in lines):
        return lines  # an alias stands behind its anchor
    keys = {id(block): next(KEY.match(line.strip()).group(1) for line in block if KEY.match(line.strip())) for block in blocks}
    contact = [block for block in blocks if indent == 0 and keys[id(block)] in CONTACT]
    rng.shuffle(blocks)
    blocks = [contact.pop(0) if indent == 0 and keys[id(block)] in CONTACT else block for block in blocks]
    return [line for block in blocks for line in block]


def shuffled_entries(lines, rng):
    """Maps that are items of lists, such as entries: `- role: …` and the keys below it."""
    result, at = [], 0
    while at < len(lines):
        line = lines[at]
        item = re.match(r"^( *)- (?=[\w\"])", line)
        if not item or not KEY.match(line[item.end():]) or "{" in line.split(":")[0]:
            result.append(line)
            at += 1
            continue
        column, end = item.end(), at + 1
        while end < len(lines) and (not lines[end].strip() or indent_of(lines[end]) >= column):
            end += 1
        body = [" " * column + line[column:]] + lines[at + 1:end]
        literal = any(re.search(r":\s*[|>][+-]?\d*$", inner) for inner in body)
        blank = [inner for inner in body if not inner.strip()]
        if not literal:
            body = [inner for inner in body if inner.strip()]
            keys = [KEY.match(inner.strip()) for inner in body if indent_of(inner) == column]
            if all(keys) and len(keys) > 1:
                body = shuffled_entries(shuffled_blocks(body, column, rng), rng)
        result.append(line[:column] + body[0][column:])
        result += body[1:] + ([] if literal else blank)
        at = end
    return result


def shuffled(text, rng):
    lines = text.rstrip("\n").split("\n")
    return "\n".join(shuffled_entries(shuffled_blocks(lines, 0, rng), rng)) + "\n"


def files_of(folder):
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            found[os.path.relpath(path, folder)] = open(path, "rb").read()
    return found


def build(program, folder, jobs):
    out = os.path.join(folder, "out")
    for form in (["--all"], ["--to", "text"], ["--to", "latex"]):
        done = subprocess.run([program, "build", "cv.yaml", "-q", "-o", out + "/", "--jobs", str(jobs)] + form, cwd=folder,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            return done.stdout
    return files_of(out)


def main():
    program, examples, seed = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 2026
    failures, moved = [], 0
    for name in sorted(os.listdir(examples)):
        if not name.endswith(".yaml"):
            continue
        text = open(os.path.join(examples, name), encoding="utf-8").read()
        reference = None
        for round in range(ROUNDS):
            other = shuffled(text, random.Random("%d %s %d" % (seed, name, round))) if round else text
            moved += other != text
            with tempfile.TemporaryDirectory() as folder:
                with open(os.path.join(folder, "cv.yaml"), "w", encoding="utf-8") as file:
                    file.write(other)
                made = build(program, folder, round + 1)
                again = build(program, folder, 1)
                reference = reference or made
                if isinstance(made, str) or made != reference or again != made:
                    with open(os.path.join(tempfile.gettempdir(), "order-failed.yaml"), "w", encoding="utf-8") as file:
                        file.write(other)
                    others = made if isinstance(made, str) else sorted(key for key in reference if made.get(key) != reference[key])
                    failures.append("%s, order %d (seed %d): %s" % (name, round, seed, others))
                    break
    if moved < 10:
        failures.append("hardly anything was moved: %d sources" % moved)
    print("\n".join(failures) or "%d other orders, the same bytes" % moved)
    return 1 if failures else 0


sys.exit(main())

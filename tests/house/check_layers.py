"""Reads every #include against src/LAYERS.txt: check_layers.py ROOT

Dependencies point one way, third-party headers have one door each, and the disk has one too (docs/ARCHITECTURE.md)."""
import re
import sys

sys.dont_write_bytecode = True
import house

# Headers that no line of src/LAYERS.txt speaks of: pattern, who may include it (None: nobody), and why.
SYSTEM = [
    (r"filesystem|fstream|fcntl\.h|unistd\.h|sys/.*|dirent\.h", ("source", "cli"), "files come in through World alone"),
    (r"iostream|sstream|iomanip|locale|clocale|locale\.h", None, "numbers and output do not depend on the locale: use fmt"),
    (r"thread|future|condition_variable", ("cli",), "the library starts no threads"),
    (r"mutex|shared_mutex", ("source", "backend/pdf", "cli"), "what documents share is guarded in few places"),
    (r"ctime|time\.h|random", ("cli",), "the library reads no clock and rolls no dice"),
]


def include_lines(text):
    for number, line in enumerate(house.without_comments(text).splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*(?:"([^"]*)"|<([^>]*)>)', line)
        if match:
            yield number, match.group(1), match.group(2)


def check_quoted(module, target, layers):
    if target.startswith("resumec/"):
        return None
    if not module:
        return "public headers include public headers only"
    other = house.module_of(target, layers)
    if not other:
        return f'"{target}" lies in no module of src/LAYERS.txt; includes are written from src/'
    if other in (module, "base") or other in layers[module].may_include:
        return None
    return f"{module} may not include {other} (src/LAYERS.txt)"


def check_angled(module, target, layers):
    if target.startswith("fmt/"):
        return None if module else "public headers include standard headers only"
    doors = [name for name, layer in layers.items() if any(target.startswith(prefix) for prefix in layer.third_party)]
    if doors:
        return None if module in doors else f"<{target}> is for {', '.join(doors)} only (src/LAYERS.txt)"
    for pattern, allowed, reason in SYSTEM:
        if re.fullmatch(pattern, target):
            return None if allowed and module in allowed else f"<{target}>: {reason}"
    if "." in target or "/" in target:
        return f"<{target}> has no door in src/LAYERS.txt"
    return None


def check_graph(layers):
    """Every name is known, and whoever follows the arrows never comes back."""
    for module, layer in layers.items():
        for other in layer.may_include:
            if other not in layers:
                yield f"src/LAYERS.txt: {module} may include {other}, which has no line"
    # Every module may include base besides.
    needs = {module: set(layer.may_include) | {"base"} - {module} for module, layer in layers.items()}
    done = set()
    while len(done) < len(layers):
        ready = [module for module in layers if module not in done and not (needs[module] & set(layers)) - done]
        if not ready:
            yield f"src/LAYERS.txt: dependencies go in a circle among {', '.join(m for m in layers if m not in done)}"
            return
        done.update(ready)


def check(root):
    layers = house.read_layers(root)
    problems = list(check_graph(layers))
    for path in house.files(root, ["src", "include"], (".cpp", ".hpp", ".h", ".def", ".inc")):
        module = house.module_of(path[len("src/"):], layers) if path.startswith("src/") else ""
        if path.startswith("src/") and not module:
            problems.append(f"{path}:1: this folder has no line in src/LAYERS.txt")
            continue
        for number, quoted, angled in include_lines(house.read(root, path)):
            problem = check_quoted(module, quoted, layers) if quoted is not None else check_angled(module, angled, layers)
            if problem:
                problems.append(f"{path}:{number}: {problem}")
    return problems


if __name__ == "__main__":
    house.finish(check(sys.argv[1]))

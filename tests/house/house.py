"""What the house tests share: the tree, src/LAYERS.txt, and the form of a finding."""
import os
import re
import sys


class Layer:
    def __init__(self, may_include, third_party):
        self.may_include = may_include
        self.third_party = third_party


def files(root, folders, endings):
    """Paths below `folders`, relative to the root, sorted; hidden ones and Python's caches left out."""
    found = []
    for folder in folders:
        for place, subfolders, names in os.walk(os.path.join(root, folder)):
            subfolders[:] = [name for name in subfolders if not name.startswith((".", "__"))]
            names = [name for name in names if name.endswith(endings) and not name.startswith(".")]
            found += [os.path.relpath(os.path.join(place, name), root) for name in names]
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def read_layers(root):
    """Module → Layer, in the order of src/LAYERS.txt."""
    layers = {}
    for line in read(root, "src/LAYERS.txt").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        module, _, rest = line.partition(":")
        modules, _, third_party = rest.partition("|")
        layers[module.strip()] = Layer(modules.split(), third_party.split())
    return layers


def module_of(path, layers):
    """The module of a path below src/: the deepest folder that has a line in src/LAYERS.txt."""
    folder = os.path.dirname(path)
    while folder and folder not in layers:
        folder = os.path.dirname(folder)
    return folder


def without_comments(text):
    """Comments become blanks, so that lines keep their numbers; literals stay."""
    pattern = r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/'
    blank = lambda match: match.group() if match.group()[0] in "\"'" else re.sub(r"[^\n]", " ", match.group())
    return re.sub(pattern, blank, text, flags=re.DOTALL)


def finish(problems):
    """Prints the findings and ends the program."""
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)

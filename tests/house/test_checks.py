"""The house tests find what they are there to find: each runs on small trees with one fault: test_checks.py"""
import os
import sys

sys.dont_write_bytecode = True
import check_headers
import check_kinds
import check_layers
import check_style
import check_world

LAYERS = "# comment\nbase: | xxhash.h\ndiag: | nlohmann/\nmodel: diag\nmodel/deep: | hpdf\ncli: model | CLI/\n"
README = {f"src/{module}/README.md": "# x\n" for module in ("base", "diag", "model", "model/deep", "cli")}
PAGE = "# odd-kind\n\nWhy.\n\n```diagnostics\ncv.yaml:1:1: error: odd [odd-kind]\n```\n\n## Repair\n\nSo.\n"
KINDS = {
    "docs/diagnostics/README.md": "no page\n",
    "docs/diagnostics/odd-kind.md": PAGE,
    "src/diag/kinds.def": '#include "diag/kinds/a.def"\n',
    "src/diag/kinds/a.def": 'RESUMEC_KIND(OddKind, "odd-kind", Error, "odd", "odd")\n',
    "src/model/a.cpp": "report<Kind::OddKind>();\n",
}

# Check, the files that differ from a tree without fault, and a piece of the only finding; none where nothing is wrong.
CASES = [
    (check_layers, {"src/model/a.cpp": '#include "diag/b.hpp"\n#include "base/c.hpp"\n#include <vector>\n#include <fmt/format.h>\n'}, None),
    (check_layers, {"src/model/a.cpp": '#include "resumec/x.hpp"\n// #include "cli/x.hpp"\n/*\n#include <hpdf.h>\n*/\n'}, None),
    (check_layers, {"src/model/deep/a.cpp": '#include <hpdf_objects.h>\n'}, None),
    (check_layers, {"src/cli/a.cpp": "#include <unistd.h>\n#include <CLI/CLI.hpp>\n"}, None),
    (check_layers, {"src/diag/a.cpp": '\n#include "model/a.hpp"\n'}, "src/diag/a.cpp:2: diag may not include model"),
    (check_layers, {"src/model/a.cpp": '#include "model/deep/a.hpp"\n'}, "model may not include model/deep"),
    (check_layers, {"src/model/a.cpp": '#  include <hpdf.h>\n'}, "<hpdf.h> is for model/deep only"),
    (check_layers, {"src/model/a.cpp": '#include <png.h>\n'}, "<png.h> has no door"),
    (check_layers, {"src/model/a.cpp": '#include <filesystem>\n'}, "files come in through World alone"),
    (check_layers, {"src/cli/a.cpp": '#include <iostream>\n'}, "do not depend on the locale"),
    (check_layers, {"src/model/a.cpp": '#include "a.hpp"\n'}, "lies in no module"),
    (check_layers, {"src/other/a.cpp": ""}, "src/other/a.cpp:1: this folder has no line"),
    (check_layers, {"include/resumec/a.hpp": '#include "base/a.hpp"\n'}, "public headers include public headers only"),
    (check_layers, {"include/resumec/a.hpp": "#include <fmt/format.h>\n"}, "public headers include standard headers only"),
    (check_layers, {"src/LAYERS.txt": LAYERS.replace("base:", "base: cli")}, "go in a circle among base, diag, model"),
    (check_layers, {"src/LAYERS.txt": LAYERS.replace("cli: model", "cli: modle")}, "cli may include modle, which has no line"),
    (check_world, {"src/model/a.cpp": 'auto a = "std::cout"; // getenv(x)\nfmt::format_to(x);\n'}, None),
    (check_world, {"src/cli/a.cpp": "std::getenv(x);\n"}, None),
    (check_world, {"src/model/a.cpp": "\nstd::getenv(x);\n"}, "src/model/a.cpp:2: `getenv(`"),
    (check_world, {"src/model/a.cpp": "auto t = std::chrono::system_clock::now();\n"}, "reads no clock"),
    (check_world, {"src/model/a.hpp": 'std::fprintf(x, "a");\n'}, "never prints"),
    (check_kinds, KINDS, None),
    (check_kinds, {**KINDS, "docs/diagnostics/odd-kind.md": None}, "`odd-kind` has no page"),
    (check_kinds, {**KINDS, "docs/diagnostics/even-kind.md": PAGE.replace("odd", "even")}, "there is no kind `even-kind`"),
    (check_kinds, {**KINDS, "docs/diagnostics/odd-kind.md": PAGE.replace("## Repair", "## Cure")}, "no `## Repair`"),
    (check_kinds, {**KINDS, "docs/diagnostics/odd-kind.md": PAGE.replace("[odd-kind]", "[odd]")}, "fence shows `[odd-kind]`"),
    (check_kinds, {**KINDS, "docs/diagnostics/odd-kind.md": PAGE.replace("# odd-kind", "# odd")}, "must begin with"),
    (check_kinds, {**KINDS, "src/model/a.cpp": ""}, "`odd-kind` is reported nowhere"),
    (check_kinds, {**KINDS, "src/diag/kinds.def": ""}, "does not include this table"),
    (check_kinds, {**KINDS, "src/diag/kinds/a.def": KINDS["src/diag/kinds/a.def"] * 2}, "is declared twice"),
    (check_kinds, {**KINDS, "src/diag/kinds/a.def": "RESUMEC_KIND(\n" + KINDS["src/diag/kinds/a.def"]}, "a row is not written"),
    (check_style, {"src/model/a.hpp": "#pragma once\n" + "é" * 140 + "\n", "src/model/a.def": "x" * 200 + "\n"}, None),
    (check_style, {"src/model/a.cpp": "é" * 141 + "\n"}, "src/model/a.cpp:1: 141 columns"),
    (check_style, {"src/model/a.cpp": "\n\tx\n"}, "src/model/a.cpp:2: a tab"),
    (check_style, {"src/model/a.cpp": "x \n"}, "blanks at the end"),
    (check_style, {"src/model/a.cpp": "x"}, "the last line has no end"),
    (check_style, {"src/model/a.cpp": "x\n" * 601}, "601 lines"),
    (check_style, {"tests/a.py": "# TO" + "DO later\n"}, "finish it"),
    (check_style, {"src/model/a.hpp": "x\n"}, "without `#pragma once`"),
    (check_style, {"src/diag/README.md": None}, "src/diag/README.md:1: a module tells"),
    (check_style, {"src/diag/README.md": "x\n" * 31}, "31 lines; at most 30"),
    (check_headers, {"src/model/a.hpp": "#pragma once\n#include <string>\nstd::string f();\n"}, None),
    (check_headers, {"src/model/a.hpp": "#pragma once\nstd::string f();\n"}, "does not compile alone"),
    (check_headers, {"src/model/a.hpp": "syntax error", "src/model/a.cpp": '// first\n#include "model/a.hpp"\n'}, None),
    (check_headers, {"src/model/a.hpp": "syntax error", "src/model/a.cpp": '#include <string>\n#include "model/a.hpp"\n'}, "alone"),
    (check_headers, {"src/model/a.hpp": "#include <string>\nstruct A {};\n"}, "does not compile alone"),
]


def make_tree(root, files):
    for path, text in files.items():
        if text is None:
            continue
        place = os.path.join(root, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w", encoding="utf-8") as file:
            file.write(text)


def main():
    failures = 0
    base = os.path.join(os.getcwd(), f"house-{os.getpid()}")
    for number, (check, changes, expected) in enumerate(CASES):
        root = os.path.join(base, str(number))
        make_tree(root, {"src/LAYERS.txt": LAYERS, **README, **changes})
        found = check.check(root, "c++", []) if check is check_headers else check.check(root)
        right = not found if expected is None else len(found) == 1 and expected in found[0]
        if not right:
            failures += 1
            print(f"{check.__name__}, {changes}:\n  expected {expected}\n  found {found}")
    for place, folders, names in os.walk(base, topdown=False):
        for name in names:
            os.remove(os.path.join(place, name))
        for name in folders:
            os.rmdir(os.path.join(place, name))
    os.rmdir(base)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

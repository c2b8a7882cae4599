"""Every kind of diagnostic is reported somewhere and has its page, and every page has its kind: check_kinds.py ROOT"""
import os
import re
import sys

sys.dont_write_bytecode = True
import house

TABLES = "src/diag/kinds"
PAGES = "docs/diagnostics"
KIND = re.compile(r'^RESUMEC_KIND\(\s*(\w+)\s*,\s*"([^"]*)"\s*,\s*(\w+)\s*,', re.MULTILINE)


def enumerator_of(name):
    return "".join(part.capitalize() for part in name.split("-"))


def check_page(path, name, text):
    if not text.startswith(f"# {name}\n"):
        yield f"{path}:1: the page must begin with `# {name}`"
    if "\n## Repair\n" not in text:
        yield f"{path}:1: the page has no `## Repair`"
    shown = re.findall(r"^```(?:diagnostics|console)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    if not any(f"[{name}]" in fence for fence in shown):
        yield f"{path}:1: no `diagnostics` or `console` fence shows `[{name}]`"
    if text.count("```") % 2 != 0:
        yield f"{path}:1: a fence is not closed"


def check(root):
    problems = []
    kinds = {}
    tables = [path for path in house.files(root, [TABLES], (".def",))]
    index = house.read(root, "src/diag/kinds.def")
    for table in tables:
        if f'"diag/kinds/{os.path.basename(table)}"' not in index:
            problems.append(f"{table}:1: src/diag/kinds.def does not include this table")
        text = house.read(root, table)
        rows = KIND.findall(text)
        if len(rows) != len(re.findall(r"^RESUMEC_KIND\(", text, re.MULTILINE)):
            problems.append(f"{table}:1: a row is not written RESUMEC_KIND(Enumerator, \"name\", Severity, …)")
        for enumerator, name, _ in rows:
            if name in kinds:
                problems.append(f"{table}:1: `{name}` is declared twice")
            if enumerator.lower() != enumerator_of(name).lower():
                problems.append(f"{table}:1: {enumerator} and `{name}` are not the same words")
            kinds[name] = (enumerator, table)

    sources = "\n".join(house.read(root, path) for path in house.files(root, ["src"], (".cpp", ".hpp")))
    used = set(re.findall(r"\bKind::(\w+)", sources))
    pages = {os.path.basename(path)[:-3]: path for path in house.files(root, [PAGES], (".md",)) if not path.endswith("README.md")}
    for name, (enumerator, table) in sorted(kinds.items()):
        if name not in pages:
            problems.append(f"{table}:1: `{name}` has no page {PAGES}/{name}.md")
        if enumerator not in used:
            problems.append(f"{table}:1: `{name}` is reported nowhere")
    for name, path in sorted(pages.items()):
        if name not in kinds:
            problems.append(f"{path}:1: there is no kind `{name}`")
        problems += check_page(path, name, house.read(root, path))
    return problems


if __name__ == "__main__":
    house.finish(check(sys.argv[1]))

#!/usr/bin/env bash
# Outside judges on the outputs of the examples: qpdf, poppler and mutool on PDF; TeX on LaTeX, where it is installed.
#
#   scripts/conformance.sh         a sample of example × paper
#   scripts/conformance.sh --all   every example in every layout and paper, and the sources in ../shared where they are; the twins and
#                                  random texts in LaTeX with three engines, and a LaTeX user's edits (scripts/setup.sh --tex); lines
#                                  against those of LuaLaTeX and of Typst (scripts/setup.sh --judges)
set -euo pipefail
cd "$(dirname "$0")/.."
program=build/release/bin/resumec
[ -x "$program" ] || { cmake --preset release >/dev/null; cmake --build --preset release; }
python3 tests/conformance/judge.py "$program" "$@"
if [ "${1:-}" = "--all" ]; then
  cmake --preset dev >/dev/null
  cmake --build --preset dev --target latex_texts set_lines
  tex=0
  python3 tests/conformance/latex_judge.py "$program" --texts build/dev/bin/latex_texts || tex=$?
  [ $tex -eq 0 ] || [ $tex -eq 77 ]
  tex=0
  python3 tests/conformance/latex_edits.py "$program" || tex=$?
  [ $tex -eq 0 ] || [ $tex -eq 77 ]
  lines=0
  python3 tests/conformance/lines_judge.py build/dev/bin/set_lines build/dev/share/resumec build/judges/lines \
    --typst build/judges/bin/python || lines=$?
  [ $lines -eq 0 ] || [ $lines -eq 77 ]
fi

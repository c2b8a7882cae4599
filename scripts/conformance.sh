#!/usr/bin/env bash
# Outside judges on the PDFs of the examples: qpdf, poppler, mutool.
#
#   scripts/conformance.sh         a sample of example × paper
#   scripts/conformance.sh --all   every example in every layout and paper, and the sources in ../shared where they are
set -euo pipefail
cd "$(dirname "$0")/.."
program=build/release/bin/resumec
[ -x "$program" ] || { cmake --preset release >/dev/null; cmake --build --preset release; }
exec python3 tests/conformance/judge.py "$program" "$@"

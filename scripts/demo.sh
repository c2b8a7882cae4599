#!/usr/bin/env bash
# From a fresh machine to a PDF: sets up, builds the program, compiles the examples and says where they are.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
cmake --preset release >/dev/null
cmake --build --preset release
out=build/demo
mkdir -p "$out"
for example in one-page long-cv research-web every-kind minimal; do
  build/release/bin/resumec build "examples/$example.yaml" -o "$out/$example.pdf"
done
build/release/bin/resumec build examples/one-page.yaml -o "$out/one-page.txt"
echo
echo "The résumés are in $PWD/$out. Now yours:"
echo "  build/release/bin/resumec new resume.yaml && build/release/bin/resumec build resume.yaml"

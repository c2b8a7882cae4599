#!/usr/bin/env bash
# Draws the pictures of the README from the examples: docs/pictures/*.png. Needs poppler-utils.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p docs/pictures build/pictures
for example in one-page long-cv research-web; do
  build/release/bin/resumec build "examples/$example.yaml" -o "build/pictures/$example.pdf" -q
  pdftoppm -r 70 -f 1 -l 1 -singlefile -png "build/pictures/$example.pdf" "docs/pictures/$example"
done

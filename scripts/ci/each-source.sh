#!/usr/bin/env bash
# For pre-commit, which hands over all changed files at once: one call of resumec for each.
#
#   scripts/ci/each-source.sh VERB [OPTION…] [--] FILE…
#
# pre-commit puts the `args:` of a configuration before the files, so words that begin with `-` are options, up to the first that does not:
# a value stands in the same word, `--lang=de`.
# Exit status: the worst of all calls. RESUMEC_PROGRAM names a program that is not on the PATH.
set -euo pipefail
program=${RESUMEC_PROGRAM:-resumec}
command -v "$program" >/dev/null || { echo "each-source: $program is not installed; see docs/guide/getting-started.md" >&2; exit 2; }
words=("${1:?a verb of resumec}")
shift
while [[ ${1:-} == -* && $1 != -- ]]; do
  words+=("$1")
  shift
done
[ "${1:-}" != -- ] || shift
worst=0
for source in "$@"; do
  "$program" "${words[@]}" "$source" && status=0 || status=$?
  [ "$status" -le "$worst" ] || worst=$status
done
exit "$worst"

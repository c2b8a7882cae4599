#!/usr/bin/env bash
# From a fresh machine to a verdict: sets up, builds and runs all tests, then again under AddressSanitizer and UndefinedBehaviorSanitizer.
#
#   scripts/test.sh             everything
#   scripts/test.sh --quick     the first half: no sanitizers
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh
cmake --preset release >/dev/null
cmake --build --preset release
cmake --preset dev >/dev/null
cmake --build --preset dev
ctest --preset dev
if [ "${1:-}" != "--quick" ]; then
  cmake --preset asan >/dev/null
  cmake --build --preset asan
  ctest --preset asan -LE 'judge|slow'
fi
scripts/conformance.sh

#!/usr/bin/env bash
# From a fresh machine to a verdict: sets up, builds the program as users get it and all tests under AddressSanitizer and
# UndefinedBehaviorSanitizer, runs the tests, and lets outside judges read what the program writes.
#
#   scripts/test.sh             everything
#   scripts/test.sh --quick     the tests in a plain debug build, which is made in half the time
set -euo pipefail
cd "$(dirname "$0")/.."
preset=asan
if [ "${1:-}" = "--quick" ]; then preset=dev; fi
scripts/setup.sh
cmake --preset release >/dev/null
cmake --build --preset release
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
ctest --preset "$preset"
scripts/conformance.sh

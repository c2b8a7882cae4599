#!/usr/bin/env bash
# Fuzzes every target under AddressSanitizer and UndefinedBehaviorSanitizer: scripts/fuzz.sh [SECONDS for all together, default 900]
# New findings are written to tests/fuzz/regressions/<target>/; fix them and commit the file.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-900}
scripts/setup.sh --tools
cmake --preset fuzz >/dev/null
targets=(yaml json bibtex import inline layout compile latex fit lines pages shape)
cmake --build --preset fuzz --target "${targets[@]/%/_fuzz}"
status=0
for target in "${targets[@]}"; do
  corpus=build/fuzz/corpus/$target
  found=tests/fuzz/regressions/$target
  mkdir -p "$corpus" "$found"
  rm -f "$corpus.failed"
  echo "== $target: $((seconds / ${#targets[@]})) s"
  { build/fuzz/bin/"${target}_fuzz" -max_total_time=$((seconds / ${#targets[@]})) -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$found/" -max_len=20000 "$corpus" "tests/fuzz/seeds/$target" "$found" 2>&1 || touch "$corpus.failed"; } |
    grep -E 'stat::|SUMMARY|ERROR|Test unit' || true
  [ ! -e "$corpus.failed" ] || status=1
done
exit $status

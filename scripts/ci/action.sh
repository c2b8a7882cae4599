#!/usr/bin/env bash
# Rebuilds résumés in CI: the steps of action.yml and of ci/gitlab.yml, for any machine with Debian 12. Run it in the repository that
# holds the sources.
#
#   scripts/ci/action.sh           install, then build
#   scripts/ci/action.sh key       print what the installed program depends on, for naming a cache
#   scripts/ci/action.sh install   the program into RESUMEC_HOME/<key>, from a bundle or from this folder
#   scripts/ci/action.sh build     every source into RESUMEC_OUTPUT
#   scripts/ci/action.sh bundle FILE.tar.gz      pack what `install` made, for RESUMEC_BUNDLE
#
# Exit status: that of resumec, the worst of all sources (4: over the page budget).
#
# Inputs, all from the environment:
#   RESUMEC_SOURCE       sources, one a line (resume.yaml)
#   RESUMEC_OUTPUT       folder of the outputs, made where it is missing (resume-out)
#   RESUMEC_OPTIONS      options of `resumec build`, one a line, with `=` before a value: --lang=de
#   RESUMEC_PAGE_LIMIT   more pages than that fail the job; empty: the source's own budget
#   RESUMEC_DIAGNOSTICS  form of the messages (github on GitHub, else short)
#   RESUMEC_BUNDLE       archive (.tar.gz) of an installed program, a path or an https address; empty: it is built
#   RESUMEC_BUNDLE_SHA256  its SHA-256, checked where given
#   RESUMEC_HOME         where programs are kept (~/.cache/resumec)
#   RESUMEC_PROGRAM      a program that is there already: nothing is installed
#   SOURCE_DATE_EPOCH    date of the outputs, in seconds since 1970; unset: the time of the last commit that changed the source
# Blanks around a source or an option do not count, nor do empty lines.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
home=$(realpath --canonicalize-missing --no-symlinks -- "${RESUMEC_HOME:-${HOME:-/tmp}/.cache/resumec}")

say() { echo "resumec: $*" >&2; }
# An error of this script, on GitHub as an annotation of the run: the log is folded away there.
complain() { if [ "${GITHUB_ACTIONS:-}" = true ]; then echo "::error title=resumec::${*//%/%25}" >&2; else say "$*"; fi; }
fail() {
  complain "$*"
  exit 1
}

# The lines of a text, without blanks around them and without empty ones: into `lines`.
read_lines() {
  local line
  lines=()
  while read -r line; do [ -z "$line" ] || lines+=("$line"); done <<<"${1//$'\r'/}"
}

# A digest of all that goes into the program: the bundle's name, or the folders that a build reads, and the machine.
key() {
  {
    uname -m
    grep -E '^(ID|VERSION_ID)=' /etc/os-release
    if [ -n "${RESUMEC_BUNDLE:-}" ]; then
      echo "$RESUMEC_BUNDLE ${RESUMEC_BUNDLE_SHA256:-}"
    else
      cd "$root"
      find CMakeLists.txt CMakePresets.json cmake docs/diagnostics examples fonts include layouts scripts src -type f -print0 |
        sort -z | xargs -0 sha256sum
    fi
  } | sha256sum | cut -c 1-16
}

program() {
  if [ -n "${RESUMEC_PROGRAM:-}" ]; then echo "$RESUMEC_PROGRAM"; else echo "$home/$(key)/bin/resumec"; fi
}

unpack_bundle() {
  local archive=$RESUMEC_BUNDLE
  if [[ $archive == https://* ]]; then
    command -v curl >/dev/null || fail "a bundle by its address needs curl: apt-get install curl"
    archive=$1.tar.gz
    curl --fail --silent --show-error --location --output "$archive" "$RESUMEC_BUNDLE" || fail "cannot download $RESUMEC_BUNDLE"
  fi
  [ -f "$archive" ] || fail "there is no bundle $archive"
  if [ -n "${RESUMEC_BUNDLE_SHA256:-}" ]; then
    echo "$RESUMEC_BUNDLE_SHA256  $archive" | sha256sum --check --status || fail "the bundle's SHA-256 is not $RESUMEC_BUNDLE_SHA256"
  fi
  tar --extract --gzip --file "$archive" --directory "$1"
}

build_program() {
  "$root/scripts/setup.sh" --build >&2
  (cd "$root" && cmake --preset release && cmake --build --preset release && cmake --install build/release --prefix "$1" --strip) >&2
}

install() {
  [ -z "${RESUMEC_PROGRAM:-}" ] || return 0
  if ! grep -qx 'VERSION_ID="12"' /etc/os-release || ! grep -qx 'ID=debian' /etc/os-release; then
    fail "this machine is not Debian 12; let the job run in \`container: debian:12\`"
  fi
  local target
  target=$home/$(key)
  "$root/scripts/setup.sh" --runtime >&2
  if [ ! -x "$target/bin/resumec" ]; then
    local fresh=$target.$$
    # shellcheck disable=SC2064
    trap "rm -rf '$fresh' '$fresh.tar.gz'" EXIT
    mkdir -p "$fresh"
    if [ -n "${RESUMEC_BUNDLE:-}" ]; then unpack_bundle "$fresh"; else build_program "$fresh"; fi
    [ -x "$fresh/bin/resumec" ] || fail "no bin/resumec in what was installed"
    mv "$fresh" "$target"
  fi
  "$target/bin/resumec" --version >&2
}

# The time of the last commit that changed a source, if that can be known.
commit_time() {
  # The checkout may belong to another user than the one of this job.
  local git=(git -c safe.directory='*' -C "$(dirname -- "$1")") file
  file=$(basename -- "$1")
  if ! command -v git >/dev/null || ! "${git[@]}" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    say "$1 is not in a git repository (or git is not installed): outputs get no date"
    return
  fi
  if [ "$("${git[@]}" rev-parse --is-shallow-repository)" = true ]; then
    "${git[@]}" fetch --quiet --unshallow 2>/dev/null ||
      say "the history is cut off, so the date is that of the last commit; check out with \`fetch-depth: 0\`"
  fi
  "${git[@]}" log -1 --format=%ct -- "$file"
}

build_source() {
  local epoch=${SOURCE_DATE_EPOCH:-}
  # Of a file that is not there, resumec says so.
  [ -n "$epoch" ] || [ ! -f "$1" ] || epoch=$(commit_time "$1")
  if [ -n "$epoch" ]; then
    say "$1: SOURCE_DATE_EPOCH=$epoch"
    export SOURCE_DATE_EPOCH=$epoch
  fi
  "$(program)" build "$1" --output "$output/" --diagnostics "$diagnostics" --depfile "$scratch/depends" "${options[@]}" 2>&1 |
    tee "$scratch/printed" >&2
}

# Remembers what a source made, in `made`; whether another one made a file of that name before, which is overwritten now.
claim() {
  local targets target
  [ -s "$scratch/depends" ] || return 0
  # The outputs stand in the first line, for make: with a backslash before blanks, which `read` takes back.
  # shellcheck disable=SC2162
  IFS=' ' read -a targets <<<"$(sed -n '1s/: \\$//p' "$scratch/depends")"
  for target in "${targets[@]}"; do
    if [ -n "${made[$target]:-}" ]; then
      complain "${made[$target]} and $1 both make $target: give one another file name, or a step of its own with another output folder"
      return 1
    fi
    made[$target]=$1
  done
}

# What resumec printed, on the page of the run; its annotations stand there anyhow.
summarise() {
  [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -s "$scratch/printed" ] || return 0
  {
    echo "**$1**"
    echo
    grep -v '^::' "$scratch/printed" | sed 's/^/    /' || true
    echo
  } >>"$GITHUB_STEP_SUMMARY"
}

read_options() {
  local lines line
  options=()
  read_lines "${RESUMEC_OPTIONS:-}"
  for line in "${lines[@]}"; do
    # `--lang de` and `--all --lang=de` would be one word each. The text after `--set=` may be anything.
    if [[ $line =~ ^-[a-z-]+[[:space:]] ]] || [[ $line != --set=* && $line =~ [[:space:]]- ]]; then
      fail "options stand one a line, with \`=\` before a value; this is more than one word: \`$line\`"
    fi
    options+=("$line")
  done
  local limit=${RESUMEC_PAGE_LIMIT:-}
  [ -z "$limit" ] || [[ $limit =~ ^[1-9][0-9]*$ ]] || fail "the page limit is a whole number from 1, not \`$limit\`"
  [ -z "$limit" ] || options+=("--set=settings.budget.max_pages=$limit")
}

build() {
  output=${RESUMEC_OUTPUT:-resume-out}
  diagnostics=${RESUMEC_DIAGNOSTICS:-$([ "${GITHUB_ACTIONS:-}" = true ] && echo github || echo short)}
  [[ ${SOURCE_DATE_EPOCH:-0} =~ ^[0-9]+$ ]] || fail "SOURCE_DATE_EPOCH is a number of seconds since 1970, not \`$SOURCE_DATE_EPOCH\`"
  read_options
  local lines source status=0 worst=0
  declare -A made=()
  scratch=$(mktemp --directory)
  trap 'rm -rf "$scratch"' EXIT
  mkdir -p "$output"
  read_lines "${RESUMEC_SOURCE:-resume.yaml}"
  for source in "${lines[@]}"; do
    # Annotations need the path from the repository's top, without `./`.
    source=$(realpath --canonicalize-missing --no-symlinks --relative-base="$PWD" -- "$source")
    rm -f "$scratch"/*
    (build_source "$source") && status=0 || status=$?
    [ "$status" -ne 2 ] || complain "resumec build was not understood: ${options[*]}"
    claim "$source" || [ "$status" -ne 0 ] || status=1
    summarise "$source"
    [ "$status" -le "$worst" ] || worst=$status
  done
  return "$worst"
}

bundle() {
  [ -n "${1:-}" ] || fail "usage: action.sh bundle FILE.tar.gz"
  local installed
  installed=$home/$(key)
  [ -x "$installed/bin/resumec" ] || fail "nothing is installed yet; \`action.sh install\` first"
  tar --create --gzip --sort=name --owner=0 --group=0 --numeric-owner --file "$1" --directory "$installed" bin share
}

case "${1:-}" in
  "") install && build ;;
  key | install | build) "$1" ;;
  bundle) bundle "${2:-}" ;;
  *) fail "unknown step $1; it is one of key, install, build, bundle" ;;
esac

#!/usr/bin/env bash
# The steps of action.yml from nothing: a fresh repository with one résumé, the program built and installed, the PDF made, and once more
# from a bundle. Leaves what it made in build/try-action.
#
#   scripts/try-action.sh                the résumé is examples/minimal.yaml
#   scripts/try-action.sh REPOSITORY     a clone of your own; RESUMEC_SOURCE and the like as scripts/ci/action.sh has them
set -euo pipefail
own=${1:+$(realpath -- "$1")}
cd "$(dirname "$0")/.."
action=$PWD/scripts/ci/action.sh
work=$PWD/build/try-action
rm -rf "$work"
mkdir -p "$work/repository"
if [ -n "$own" ]; then
  git clone -q -- "$own" "$work/repository"
  cd "$work/repository"
else
  cp examples/minimal.yaml "$work/repository/resume.yaml"
  cd "$work/repository"
  git init -q
  git add resume.yaml
  GIT_COMMITTER_DATE="2026-03-14T12:00:00Z" git -c user.name="Jo Reed" -c user.email=jo@example.org commit -q -m "My résumé"
fi

export RESUMEC_HOME=$work/home RESUMEC_OUTPUT=resume-out
"$action"
if [ -z "$own" ]; then
  # The date is that of the commit: the same as when it is said by hand.
  SOURCE_DATE_EPOCH=1773489600 RESUMEC_OUTPUT=by-hand "$action" build
  cmp resume-out/resume.pdf by-hand/resume.pdf
fi
"$action" bundle "$work/resumec.tar.gz"
RESUMEC_HOME=$work/other RESUMEC_BUNDLE=$work/resumec.tar.gz RESUMEC_OUTPUT=again "$action"
diff -r resume-out again
echo "try-action: resume-out and the same from the bundle, in $work/repository"

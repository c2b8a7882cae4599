#!/usr/bin/env bash
# The steps of action.yml from nothing: a fresh repository with one résumé, the program built and installed, the PDF made, and once more
# from a bundle. Leaves what it made in build/try-action.
set -euo pipefail
cd "$(dirname "$0")/.."
action=$PWD/scripts/ci/action.sh
work=$PWD/build/try-action
rm -rf "$work"
mkdir -p "$work/repository"
cp examples/minimal.yaml "$work/repository/resume.yaml"
cd "$work/repository"
git init -q
git add resume.yaml
GIT_COMMITTER_DATE="2026-03-14T12:00:00Z" git -c user.name="Jo Reed" -c user.email=jo@example.org commit -q -m "My résumé"

export RESUMEC_HOME=$work/home
"$action"
# The date is that of the commit: the same as when it is said by hand.
SOURCE_DATE_EPOCH=1773489600 RESUMEC_OUTPUT=by-hand "$action" build
cmp resume-out/resume.pdf by-hand/resume.pdf
"$action" bundle "$work/resumec.tar.gz"
RESUMEC_HOME=$work/other RESUMEC_BUNDLE=$work/resumec.tar.gz RESUMEC_OUTPUT=again "$action"
cmp resume-out/resume.pdf again/resume.pdf
echo "try-action: resume-out/resume.pdf and the same from the bundle, in $work/repository"

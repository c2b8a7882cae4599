#!/usr/bin/env bash
# Installs what resumec needs to build and to be tested on Debian 12, by package name.
# Safe to run again: packages that are already there are left alone and no package list is
# downloaded when nothing is missing.
#
#   scripts/setup.sh              what building and testing need
#   scripts/setup.sh --tools      … and what the tidy and fuzz presets need (clang 19)
#   scripts/setup.sh --tex        … and TeX Live, which judges LaTeX output (600 MB to fetch)
#   scripts/setup.sh --judges     … and Typst, from PyPI, into build/judges: it judges lines together with TeX
#   scripts/setup.sh --build      what building needs, nothing for tests
#   scripts/setup.sh --runtime    what a built and installed program needs
set -euo pipefail

build=(g++ cmake ninja-build ccache
  libhpdf-dev libfmt-dev libyaml-cpp-dev libpugixml-dev libcli11-dev
  libharfbuzz-dev libicu-dev libmd4c-dev libdeflate-dev zlib1g-dev libxxhash-dev
  libexpected-dev nlohmann-json3-dev libuv1-dev
  librust-hyphenation-dev) # TeX's hyphenation patterns, as text (decision 0014)
fonts=(fonts-linuxlibertine fonts-noto-core fonts-ebgaramond fonts-texgyre fonts-inter fonts-lato fonts-roboto-unhinted
  fonts-crosextra-carlito fonts-jetbrains-mono fonts-ipaexfont-mincho fonts-ipaexfont-gothic fonts-droid-fallback)
tests=(libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev
  qpdf poppler-utils mupdf-tools valgrind python3 python3-yaml make zsh fish mandoc shellcheck libxml2-utils
  unicode-data)
tools=(clang-19 clang-tidy-19 clang-format-19 libclang-rt-19-dev)
# Linux Libertine for pdflatex is in texlive-fonts-extra alone (decision 0006); hyperref under xelatex asks for a font of -recommended.
tex=(texlive-latex-recommended texlive-fonts-recommended texlive-xetex texlive-luatex texlive-fonts-extra lmodern texlive-plain-generic
  texlive-lang-greek texlive-lang-cyrillic texlive-lang-german)
judges=(python3-venv)
pypi=(typst==0.15.2)
runtime=(libhpdf-2.3.0 libfmt9 libyaml-cpp0.7 libpugixml1v5 libharfbuzz0b libharfbuzz-subset0 libicu72 libmd4c0 libdeflate0 libstdc++6)

case "${1:-}" in
  "") wanted=("${build[@]}" "${fonts[@]}" "${tests[@]}") ;;
  --tools) wanted=("${build[@]}" "${fonts[@]}" "${tests[@]}" "${tools[@]}") ;;
  --tex) wanted=("${build[@]}" "${fonts[@]}" "${tests[@]}" "${tex[@]}") ;;
  --judges) wanted=("${build[@]}" "${fonts[@]}" "${tests[@]}" "${tex[@]}" "${judges[@]}") ;;
  --build) wanted=("${build[@]}" "${fonts[@]}") ;;
  --runtime) wanted=("${runtime[@]}") ;;
  *) echo "setup: unknown option $1" >&2; exit 2 ;;
esac

missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "setup: needs root or sudo to install: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "setup: installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

if [ "${1:-}" = "--judges" ]; then
  cd "$(dirname "$0")/.."
  [ -x build/judges/bin/python ] || python3 -m venv build/judges
  build/judges/bin/python -m pip install -q --disable-pip-version-check "${pypi[@]}"
fi

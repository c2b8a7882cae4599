#!/usr/bin/env bash
# Proves the two commands of the README where nothing is installed: a Debian 12 root made by debootstrap, with a clone of this
# repository's HEAD inside. Needs root, the package debootstrap, and the Debian mirror that apt uses.
#
#   scripts/bare-root.sh                        the demo
#   scripts/bare-root.sh demo test              both, one after the other
#   scripts/bare-root.sh "test --quick"         a command with its options
#   scripts/bare-root.sh try-action             the steps of action.yml on a fresh repository
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" -eq 0 ] || { echo "bare-root: needs root for debootstrap and chroot" >&2; exit 1; }
command -v debootstrap >/dev/null || apt-get install -y -q debootstrap
root=$(mktemp -d "${TMPDIR:-/tmp}/resumec-root.XXXXXX")
cleanup() {
  umount "$root/proc" "$root/dev/pts" "$root/dev" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap cleanup EXIT
# The mirror that this machine's apt uses; a fresh root has no other way to know it.
# shellcheck disable=SC2016
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
debootstrap --variant=minbase --include=ca-certificates,git bookworm "$root" "$mirror" >/dev/null
cp /etc/resolv.conf "$root/etc/resolv.conf"
for file in /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf; do
  if [ -f "$file" ]; then cp "$file" "$root/etc/apt/apt.conf.d/"; fi
done
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind /dev/pts "$root/dev/pts"
git clone --quiet . "$root/resumec"
for command in "${@:-demo}"; do
  echo "== $command in a bare root"
  start=$SECONDS
  read -ra words <<<"$command"
  chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" bash "/resumec/scripts/${words[0]}.sh" "${words[@]:1}"
  echo "== $command: $((SECONDS - start)) s"
done

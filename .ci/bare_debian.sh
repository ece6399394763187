#!/bin/bash
# The two commands on a bare Debian 12 in a folder: git, make, Python and pip, and nothing else.
# Needs root and debootstrap or mmdebstrap; leaves the folder behind, to be looked at or removed.
#   .ci/bare_debian.sh FOLDER [COMMAND ...]     # both commands, or those that are named
set -euo pipefail
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bare=${1:?a folder for the bare system}
shift
[ $# -gt 0 ] || set -- run test
packages=git,make,python3,python3-pip,ca-certificates

if [ ! -x "$bare/usr/bin/make" ]; then
    if command -v debootstrap >/dev/null; then
        debootstrap --variant=minbase --include="$packages" bookworm "$bare"
    else
        # Through an archive: mmdebstrap makes no folder that it may not mount in.
        mmdebstrap --quiet --variant=minbase --include="$packages" bookworm "$bare.tar"
        mkdir -p "$bare"
        tar -xf "$bare.tar" -C "$bare"
        rm "$bare.tar"
    fi
fi
cp /etc/resolv.conf "$bare/etc/"
# The certificates and the settings of apt that this machine needs to reach its registries.
cp -r /usr/local/share/ca-certificates/. "$bare/usr/local/share/ca-certificates/"
cp -r /etc/apt/apt.conf.d/. "$bare/etc/apt/apt.conf.d/"
chroot "$bare" update-ca-certificates >/dev/null 2>&1

mountpoint -q "$bare/proc" || mount -t proc proc "$bare/proc"
mountpoint -q "$bare/dev" || mount --bind /dev "$bare/dev"
trap 'umount "$bare/proc" "$bare/dev"' EXIT

rm -rf "$bare/desk" "$bare/empty"
git clone --quiet "$checkout" "$bare/desk"
mkdir "$bare/empty"
for command in "$@"; do
    echo "== make $command"
    chroot "$bare" /usr/bin/env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/empty \
        PIP_CERT=/etc/ssl/certs/ca-certificates.crt make -C /desk --no-print-directory "$command"
done

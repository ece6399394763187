#!/bin/bash
# Follow docs/installing.md in a bare Debian 12, as an ordinary user: the package, the folder to unpack,
# and pipx. Needs root, mmdebstrap and the registries; removes what it made.
#   .ci/package/on_debian.sh PACKAGE.deb PORTABLE.tar.xz
set -euo pipefail
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
package=$(realpath "${1:?a package}")
portable=$(realpath "${2:?a portable program}")
work=$(mktemp -d)
bare=$work/debian

clean() {
    umount "$bare/proc" 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap clean EXIT

mmdebstrap --quiet --variant=minbase --include=ca-certificates bookworm "$work/debian.tar"
mkdir "$bare"
tar -xf "$work/debian.tar" -C "$bare"
cp /etc/resolv.conf "$bare/etc/"
# The certificates and the settings of apt that this machine needs to reach its registries.
cp -r /usr/local/share/ca-certificates/. "$bare/usr/local/share/ca-certificates/"
cp -r /etc/apt/apt.conf.d/. "$bare/etc/apt/apt.conf.d/"
chroot "$bare" update-ca-certificates >/dev/null 2>&1
mount -t proc proc "$bare/proc"
cp "$package" "$bare/tmp/erasmus-desk.deb"

inside() {
    chroot "$bare" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}
as_user() {
    inside setpriv --reuid teacher --regid teacher --clear-groups env HOME=/home/teacher "$@"
}

inside apt-get -qq update
# As docs/installing.md says it, and what it recommends with it.
inside apt-get -qq install -y /tmp/erasmus-desk.deb >/dev/null
inside apt-get -qq install -y --no-install-recommends xvfb xauth libglib2.0-bin >/dev/null
inside useradd --create-home teacher
as_user erasmus-desk --version
echo "== without a screen"
as_user env QT_QPA_PLATFORM=offscreen erasmus-desk --self-test /home/teacher/offscreen
echo "== on an X display"
as_user xvfb-run --auto-servernum env QT_QPA_PLATFORM=xcb erasmus-desk --self-test /home/teacher/xcb
echo "== the type of a proposal, and what opens it"
example=/usr/lib/erasmus-desk/_internal/resources/examples/the-empty-chair.erasmus
type=$(as_user gio info --attributes standard::content-type "$example" | sed -n 's/.*content-type: //p')
opens=$(as_user gio mime "$type" | sed -n '1s/.*: //p')
echo "$type $opens"
[ "$type $opens" = "application/x-erasmus-desk erasmus-desk.desktop" ]
as_user erasmus-desk export "$example" -o /home/teacher/proposal.docx
inside apt-get -qq remove -y erasmus-desk >/dev/null
[ ! -e "$bare/usr/lib/erasmus-desk" ]
[ -e "$bare/home/teacher/proposal.docx" ]
echo "== removed; the files of the user are there"

inside apt-get -qq install -y --no-install-recommends xz-utils >/dev/null
rm -r "$bare/home/teacher/.local"
cp "$portable" "$bare/tmp/portable.tar.xz"
as_user tar -xf /tmp/portable.tar.xz -C /home/teacher
program=/home/teacher/erasmus-desk
example=$program/_internal/resources/examples/the-empty-chair.erasmus
as_user env QT_QPA_PLATFORM=offscreen $program/erasmus-desk --self-test /home/teacher/portable
as_user $program/erasmus-desk export "$example" -o /home/teacher/portable.docx
[ -d "$bare$program/ErasmusDeskData/local" ]
[ ! -e "$bare/home/teacher/.local" ]
as_user $program/erasmus-desk desktop-entry --install
as_user $program/erasmus-desk desktop-entry --remove
echo "== unpacked, and all its files are in its folder"

inside apt-get -qq install -y --no-install-recommends pipx >/dev/null
mkdir "$bare/tmp/desk"
git -C "$checkout" archive HEAD | tar -x -C "$bare/tmp/desk"
inside chown -R teacher /tmp/desk
# What Qt leaves to the system and the package brings along.
inside apt-get -qq install -y --no-install-recommends \
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 >/dev/null
as_user env PIP_CERT=/etc/ssl/certs/ca-certificates.crt pipx install /tmp/desk
command=/home/teacher/.local/bin/erasmus-desk
as_user $command desktop-entry --install
grep "^Exec=" "$bare/home/teacher/.local/share/applications/erasmus-desk.desktop"
as_user xvfb-run --auto-servernum env QT_QPA_PLATFORM=xcb $command --self-test /home/teacher/pipx
echo "== installed by pipx"

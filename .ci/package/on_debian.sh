#!/bin/bash
# Follow docs/installing.md in a bare Debian 12, as an ordinary user: the package, the folder to unpack,
# pip, pipx and uv. Prints each step and what came of it; the first that fails ends it. Needs root,
# mmdebstrap and the registries; removes what it made.
#   .ci/package/on_debian.sh PACKAGE.deb PORTABLE.tar.xz
set -euo pipefail
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
package=$(realpath "${1:?a package}")
portable=$(realpath "${2:?a portable program}")
work=$(mktemp -d)
bare=$work/debian
log=$work/log
count=0

clean() {
    umount "$bare/dev/pts" "$bare/proc" 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap clean EXIT

# step "what is done" command …: what the command says is shown if it fails.
step() {
    local said=$1
    shift
    count=$((count + 1))
    # In the condition of an `if` a function would go on after what failed in it.
    local result=0
    set +e
    (set -e; "$@") >"$log" 2>&1
    result=$?
    set -e
    if [ $result = 0 ]; then
        echo "ok $count: $said"
    else
        echo "FAILED $count: $said"
        cat "$log"
        exit 1
    fi
}
inside() {
    chroot "$bare" /usr/bin/env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}
as_user() {
    inside setpriv --reuid teacher --regid teacher --clear-groups env HOME=/home/teacher \
        PATH=/home/teacher/.local/bin:/usr/local/bin:/usr/bin:/bin \
        PIP_CERT=/etc/ssl/certs/ca-certificates.crt SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
        sh -c "cd && $*"
}
install() { inside apt-get -qq install -y "$@"; }
is_there() { [ -e "$bare$1" ]; }
is_gone() { [ ! -e "$bare$1" ]; }

# self_test NAME PLATFORM COMMAND: all parts of it are ok.
self_test() {
    local run="env QT_QPA_PLATFORM=$2"
    [ "$2" = offscreen ] || run="xvfb-run --auto-servernum $run"
    as_user "$run $3 --self-test /home/teacher/$1"
    grep -q "failed: 0" "$bare/home/teacher/$1/report.txt"
}
# The window opens on a display, with its title, and the program ends when it is asked to.
opens() {
    as_user "xvfb-run --auto-servernum /tmp/opens.sh $*"
}
write_opens() {
    cat >"$bare/tmp/opens.sh" <<'SCRIPT'
#!/bin/sh
# Start a command, wait for its window, and end it.
QT_QPA_PLATFORM=xcb "$@" &
program=$!
timeout 60 xdotool search --sync --onlyvisible --name "Erasmus Desk" || exit 1
kill -TERM $program
wait $program || [ $? = 143 ]
SCRIPT
    chmod 755 "$bare/tmp/opens.sh"
}

make_system() {
    mmdebstrap --quiet --variant=minbase --include=ca-certificates bookworm "$work/debian.tar"
    mkdir "$bare"
    tar -xf "$work/debian.tar" -C "$bare"
    cp /etc/resolv.conf "$bare/etc/"
    # The certificates and the settings of apt that this machine needs to reach its registries.
    cp -r /usr/local/share/ca-certificates/. "$bare/usr/local/share/ca-certificates/"
    cp -r /etc/apt/apt.conf.d/. "$bare/etc/apt/apt.conf.d/"
    # A bare system leaves out manual pages; an ordinary one has them.
    rm -f "$bare"/etc/dpkg/dpkg.cfg.d/*
    chroot "$bare" update-ca-certificates
    mount -t proc proc "$bare/proc"
    cp "$package" "$bare/tmp/erasmus-desk_0.1.0_amd64.deb"
    cp "$portable" "$bare/tmp/portable.tar.xz"
    mkdir "$bare/tmp/desk"
    git -C "$checkout" archive HEAD | tar -x -C "$bare/tmp/desk"
    inside useradd --create-home teacher
    inside chown -R teacher /tmp/desk
    inside apt-get -qq update
    write_opens
}
knows_type() {
    local example=/usr/lib/erasmus-desk/_internal/resources/examples/the-empty-chair.erasmus type opens
    type=$(as_user gio info --attributes standard::content-type "$example" | sed -n 's/.*content-type: //p')
    opens=$(as_user gio mime "$type" | sed -n '1s/.*: //p')
    echo "$type $opens"
    [ "$type $opens" = "application/x-erasmus-desk erasmus-desk.desktop" ]
}
has_entry() { grep -q "^Exec=.*erasmus-desk.* %f" "$bare$1/applications/erasmus-desk.desktop"; }
has_manual() { as_user "MANPAGER=cat man erasmus-desk" | grep -q desktop-entry; }

echo "== a bare Debian 12"
step "a bare system and an ordinary user" make_system

echo "== the package"
step "apt install ./erasmus-desk_0.1.0_amd64.deb" install /tmp/erasmus-desk_0.1.0_amd64.deb
step "erasmus-desk --version" as_user erasmus-desk --version
step "self-test without a screen" self_test deb-offscreen offscreen erasmus-desk
step "a display, man and gio, for the steps that follow" \
    install --no-install-recommends xvfb xauth xdotool libglib2.0-bin man-db xz-utils
step "self-test on an X display" self_test deb-xcb xcb erasmus-desk
step "the window opens" opens erasmus-desk
step "the menu entry" has_entry /usr/share
step "a file that ends in .erasmus opens with it" knows_type
step "a proposal opens" opens erasmus-desk /usr/lib/erasmus-desk/_internal/resources/examples/the-empty-chair.erasmus
step "man erasmus-desk" has_manual
step "a Word file of an example" as_user erasmus-desk export \
    /usr/lib/erasmus-desk/_internal/resources/examples/the-empty-chair.erasmus -o /home/teacher/proposal.docx
step "apt remove erasmus-desk" inside apt-get -qq remove -y erasmus-desk
step "the program is gone" is_gone /usr/lib/erasmus-desk
step "its menu entry is gone" is_gone /usr/share/applications/erasmus-desk.desktop
step "the files of the user are there" is_there /home/teacher/proposal.docx

echo "== the folder to unpack"
rm -rf "$bare/home/teacher/.local" "$bare/home/teacher/.config" "$bare/home/teacher/.cache"
program=/home/teacher/erasmus-desk
step "tar -xf erasmus-desk-0.1.0-linux-x86_64-portable.tar.xz" as_user tar -xf /tmp/portable.tar.xz
step "self-test without a screen" self_test portable-offscreen offscreen $program/erasmus-desk
step "self-test on an X display" self_test portable-xcb xcb $program/erasmus-desk
step "the window opens" opens $program/erasmus-desk
step "a Word file of an example" as_user $program/erasmus-desk export \
    $program/_internal/resources/examples/the-empty-chair.erasmus -o /home/teacher/portable.docx
step "its files are in its folder" is_there $program/ErasmusDeskData/local
step "and not in the account" is_gone /home/teacher/.local
step "desktop-entry --install" as_user $program/erasmus-desk desktop-entry --install
step "the menu entry" has_entry /home/teacher/.local/share
step "desktop-entry --remove" as_user $program/erasmus-desk desktop-entry --remove
step "its menu entry is gone" is_gone /home/teacher/.local/share/applications/erasmus-desk.desktop

echo "== with Python"
step "pip, pipx and what Qt leaves to the system" install --no-install-recommends python3-venv pipx \
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0
step "pipx install ." as_user "cd /tmp/desk && pipx install ."
step "desktop-entry --install" as_user erasmus-desk desktop-entry --install
step "the menu entry" has_entry /home/teacher/.local/share
step "self-test on an X display" self_test pipx-xcb xcb erasmus-desk
step "the window opens" opens erasmus-desk
step "desktop-entry --remove" as_user erasmus-desk desktop-entry --remove
step "pipx uninstall erasmus-desk" as_user pipx uninstall erasmus-desk
step "the command is gone" is_gone /home/teacher/.local/bin/erasmus-desk
step "python3 -m venv venv" as_user "cd /tmp/desk && python3 -m venv venv"
step "venv/bin/pip install ." as_user "cd /tmp/desk && venv/bin/pip install ."
step "self-test on an X display" self_test pip-xcb xcb /tmp/desk/venv/bin/erasmus-desk
step "the window opens" opens /tmp/desk/venv/bin/erasmus-desk
step "a wheel" as_user "/tmp/desk/venv/bin/pip wheel --no-deps -w wheels /tmp/desk"
step "pip install of the wheel" as_user "/tmp/desk/venv/bin/pip install --force-reinstall --no-deps wheels/*.whl"
step "erasmus-desk --version" as_user /tmp/desk/venv/bin/erasmus-desk --version
step "uv, by pipx" as_user pipx install uv
step "uv tool install ." as_user "cd /tmp/desk && uv tool install ."
step "desktop-entry --install" as_user erasmus-desk desktop-entry --install
step "self-test on an X display" self_test uv-xcb xcb erasmus-desk
step "uv tool uninstall erasmus-desk" as_user uv tool uninstall erasmus-desk
echo "== all $count steps"

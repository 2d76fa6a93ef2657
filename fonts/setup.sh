#!/bin/sh
# Puts the faces 楷 (FandolKai) and 仿宋 (FandolFang) with their licence into fonts/fandol, out of Debian's package
# texlive-lang-chinese, which is downloaded and unpacked but not installed. Silent when they are there. Where they
# cannot be had the program sets these roles in Song and says so, so this script does not fail.
set -u

here=$(cd "$(dirname "$0")" && pwd) || exit 0
target=$here/fandol
package=texlive-lang-chinese
faces="FandolKai-Regular.otf FandolFang-Regular.otf"

complete() {
    for file in $faces COPYING; do
        [ -s "$target/$file" ] || return 1
    done
}

give_up() {
    echo "fonts/setup.sh: $1; 楷 and 仿宋 will be set in Song" >&2
    echo "fonts/setup.sh: put FandolKai-Regular.otf and FandolFang-Regular.otf into $target to have them" >&2
    exit 0
}

complete && exit 0

for tool in apt-get dpkg-deb gzip; do
    command -v $tool >/dev/null || give_up "$tool is not here"
done

work=$(mktemp -d) || give_up "no temporary folder"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
chmod 755 "$work"

download() {
    # As root apt hands the download to a user of its own, who may not write here.
    (cd "$work" && apt-get -q -o APT::Sandbox::User=root download $package >apt.log 2>&1)
}

if ! download; then
    # The list of packages may be missing; only root can fetch it.
    if [ "$(id -u)" -eq 0 ]; then
        apt-get -q update >"$work/update.log" 2>&1
    elif command -v sudo >/dev/null; then
        sudo -n apt-get -q update >"$work/update.log" 2>&1
    fi
    download || give_up "the package $package cannot be downloaded ($(tail -n 1 "$work/apt.log"))"
fi

dpkg-deb -x "$work"/$package*.deb "$work/unpacked" || give_up "the package $package cannot be unpacked"
rm -f "$work"/$package*.deb

# Each file appears whole or not at all, so that a run that was broken off is made good by the next.
place() {
    cp "$1" "$target/.$2.$$" && chmod 644 "$target/.$2.$$" && mv "$target/.$2.$$" "$target/$2"
}

mkdir -p "$target" || give_up "$target cannot be made"
for file in $faces; do
    place "$work/unpacked/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/$file" "$file" ||
        give_up "$file is not in the package"
done
gzip -dc "$work/unpacked/usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz" >"$work/COPYING" &&
    place "$work/COPYING" COPYING || give_up "the licence is not in the package"
place "$work/unpacked/usr/share/doc/texlive-doc/fonts/fandol/README" README ||
    give_up "the note on the licence is not in the package"
echo "fonts/setup.sh: FandolKai and FandolFang are in fonts/fandol"

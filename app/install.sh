# SPDX-FileCopyrightText: 2026 Holdline contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/run and tests/run: installs the Debian packages named as arguments that are missing.

build_packages=(cmake ninja-build g++ ccache qt6-base-dev libqt6opengl6-dev qt6-charts-dev libqt6svg6-dev
    qt6-multimedia-dev qt6-websockets-dev libsimdjson-dev libarchive-dev libical-dev libqpdf-dev qtkeychain-qt6-dev)
run_packages=(libqt6sql6-sqlite fonts-roboto-unhinted tzdata)
fuzz_packages=(clang libclang-rt-14-dev)
test_packages=(xvfb xauth zstd zip openssl dbus-daemon poppler-utils librsvg2-bin pngcheck)
peer_packages=(nodejs npm) # for some of the tests; they do without

install_missing() {
    local missing=()
    if ! command -v dpkg-query >/dev/null 2>&1; then
        echo "This system has no apt. Holdline needs what these Debian packages hold: $*" >&2
        echo "Install them, then build with: cmake --preset release && cmake --build --preset release" >&2
        return 1
    fi
    local package
    for package in "$@"; do
        # A virtual name (libqt6svg6-dev) counts as installed when a package that provides it is.
        dpkg-query -W -f='${db:Status-Abbrev}\n' "$package" 2>/dev/null | grep -q '^ii' && continue
        dpkg-query -W -f='${db:Status-Abbrev} ${Provides}\n' 2>/dev/null | grep '^ii' | grep -qw -- "$package" && continue
        missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "Missing packages: ${missing[*]}. Install them as root: apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${missing[*]}" >&2
    "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update -q >&2 &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends "${missing[@]}" >&2
}

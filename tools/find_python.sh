#!/bin/sh
# Prints the first Python that is 3.11 or newer and can make environments: $1 alone if it is given, else the usual names.
wanted="${1:-}"
if [ -n "$wanted" ]; then
    set -- "$wanted"
else
    set -- python3 python3.14 python3.13 python3.12 python3.11 python
fi
found=""
for candidate in "$@"; do
    version=$("$candidate" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null) || continue
    if ! "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        found="$found $candidate ($version)"
    elif ! "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
        found="$found $candidate ($version, without ensurepip)"
    else
        printf '%s\n' "$candidate"
        exit 0
    fi
done
if [ -n "$found" ]; then
    echo "Python 3.11 or newer is needed, found only:$found." >&2
else
    echo "Python 3.11 or newer is needed, and none was found under the name(s): $*." >&2
fi
case "$found" in
    *ensurepip*) echo "Debian and Ubuntu keep ensurepip in a package of its own: apt install python3-venv" >&2 ;;
esac
echo "Name another one with: make PYTHON=/path/to/python3" >&2
exit 1

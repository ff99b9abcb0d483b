#!/bin/sh
# Prints the first Python that is 3.11 or newer: $1 alone if it is given, else the usual names.
wanted="${1:-}"
if [ -n "$wanted" ]; then
    set -- "$wanted"
else
    set -- python3 python3.14 python3.13 python3.12 python3.11 python
fi
found=""
for candidate in "$@"; do
    version=$("$candidate" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null) || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        printf '%s\n' "$candidate"
        exit 0
    fi
    found="$found $candidate ($version)"
done
if [ -n "$found" ]; then
    echo "Python 3.11 or newer is needed, found only:$found." >&2
else
    echo "Python 3.11 or newer is needed, and none was found under the name(s): $*." >&2
fi
echo "Name another one with: make PYTHON=/path/to/python3" >&2
exit 1

#!/bin/sh
# The backlog: connected is not accepted, and a full accept queue refuses connections silently
#
# The server listens with a backlog of 5 and accepts nothing for four seconds. Twenty clients connect at once.
# Before you run it, write down: how many are connected at once, and when are the others connected?
cd "$(dirname "$0")/.." || exit 1
pause=4s least=2s
[ -z "${QUICK:-}" ] || { pause=3s least=1s; }

./lab run -m threaded -s echo -c 20 --backlog 5 --accept-after "$pause" --name 21-backlog \
    --assert 'errors==0' --assert "max>=$least"
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at connected_us in requests.csv: six at once, and the others when their kernel tried again."
exit "$outcome"

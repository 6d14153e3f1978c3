#!/bin/sh
# The backlog: connected is not accepted, and not even connected when the queue is full
#
# The server listens with a backlog of 5 and accepts nobody for four seconds. Twenty clients come at once.
# Before you run it, write down: how many are connected at once, and when are the others?
cd "$(dirname "$0")/.." || exit 1
pause=4s least=2s
[ -z "${QUICK:-}" ] || { pause=3s least=1s; }

./lab run -m threaded -s echo -c 20 --backlog 5 --accept-after "$pause" --name 21-backlog \
    --assert 'errors==0' --assert "max>=$least"
outcome=$?

echo
echo "Look at connected_us in requests.csv: six at once, and the others when their kernel tried again."
exit "$outcome"

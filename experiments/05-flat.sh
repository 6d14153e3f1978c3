#!/bin/sh
# Flat: a thread per client, under the same load
#
# The same service, the same five clients; now every client has its own thread.
# Before you run it, write down: when is the fifth client answered, and what does that cost the server?
cd "$(dirname "$0")/.." || exit 1
delay=5s off=2
[ -z "${QUICK:-}" ] || { delay=500ms off=10; }

./lab run -m threaded -s sleep --delay "$delay" -c 5 --port 9999 --name 05-flat --assert "off_percent<=$off"
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the timeline: five bars of the same length, all of them service. Then look at the threads in the table."
exit "$outcome"

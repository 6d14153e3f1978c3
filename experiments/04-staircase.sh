#!/bin/sh
# The staircase: one thread, and five clients that arrive at the same time
#
# The service sleeps for five seconds and sends one line. A single thread serves one client at a time.
# Before you run it, write down: when is the fifth client answered?
cd "$(dirname "$0")/.." || exit 1
delay=5s off=2
[ -z "${QUICK:-}" ] || { delay=500ms off=10; }

./lab run -m single -s sleep --delay "$delay" -c 5 --port 9998 --name 04-staircase --assert "off_percent<=$off"
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the timeline: every bar is one service time longer than the one above; only its last part is service."
exit "$outcome"

#!/bin/sh
# A pool of N: the staircase again, N clients wide
#
# The service sleeps for 2.2 seconds; eight threads serve whoever comes, one client each at a time.
# Before you run it, write down: when is the last of 20, of 40, of 60 and of 100 clients answered?
cd "$(dirname "$0")/.." || exit 1
delay=2200ms off=2
[ -z "${QUICK:-}" ] || { delay=300ms off=10; }

./lab run -m pool:8 -s sleep --delay "$delay" -c 20 --name 16-pool-20 --assert "off_percent<=$off"
outcome=$?
[ "$outcome" -eq 0 ] || exit "$outcome"

./lab run -m pool:8 -s sleep --delay "$delay" -c 40 --name 16-pool-40 --assert "off_percent<=$off"
outcome=$?
[ "$outcome" -eq 0 ] || exit "$outcome"

./lab run -m pool:8 -s sleep --delay "$delay" -c 60 --name 16-pool-60 --assert "off_percent<=$off"
outcome=$?
[ "$outcome" -eq 0 ] || exit "$outcome"

./lab run -m pool:8 -s sleep --delay "$delay" -c 100 --name 16-pool-100 --assert "off_percent<=5"
outcome=$?

echo
echo "Look at the timelines: steps of eight bars. Count the steps, and how many bars the last one has."
exit "$outcome"

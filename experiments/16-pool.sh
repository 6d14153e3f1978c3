#!/bin/sh
# A pool of N: the staircase again, N clients wide
#
# The service sleeps for 2.2 seconds; eight threads serve one client each at a time.
# Before you run it, write down: when is the last of 20, of 40, of 60 and of 100 clients answered?
cd "$(dirname "$0")/.." || exit 1
delay=2200ms clients=40,60,100 off=2
[ -z "${QUICK:-}" ] || { delay=400ms clients=40 off=8; }

./lab run -m pool:8 -s sleep --delay "$delay" -c 20 --name 16-pool --assert "off_percent<=$off"
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m pool:8 -s sleep --delay "$delay" --sweep clients="$clients" --name 16-pools \
    --assert "off_percent<=$off" || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the timeline of the first run: steps of eight bars. How many steps, and how many bars in the last one?"
exit "$outcome"

#!/bin/sh
# Open against closed loop: a server pauses, and only one of two loads shows it
#
# During the load the server's process is paused for 1.4 seconds, and then goes on as if nothing had happened.
# First eight clients each send a request after every answer (closed loop); then 1,000 requests are sent per second
# (open loop).
# Before you run it, write down: of 100 requests, how many does the pause delay, in the first load and in the second?
cd "$(dirname "$0")/.." || exit 1
time=10s at=4s length=1400ms least=1s
[ -z "${QUICK:-}" ] || { time=3s at=1s length=500ms least=300ms; }

./lab run -m select -s echo --delay 1ms -c 8 -z "$time" --pause "$at=$length" --name 23-closed \
    --assert 'errors==0' --assert 'p99<=100ms'
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m select -s echo --delay 1ms -c 8 -q 1000 -z "$time" --pause "$at=$length" --name 23-open \
    --assert 'errors==0' --assert "p99>=$least" --assert 'uncorrected_ms.p99<=100ms' || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at p99 and max in both tables; then, in the second, at 'p99 sent': counted from when they were sent."
exit "$outcome"

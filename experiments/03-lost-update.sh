#!/bin/sh
# The lost update: five threads, one counter, without a lock and with one
#
# Each of five threads reads the counter, sleeps for 0.1 s and writes back one more, three times, all starting together.
# Before you run it, write down: the result without a lock and with one, and how long each run takes.
cd "$(dirname "$0")/.." || exit 1

./lab watch --name 03-lost-update --never 'counted 15 of 15' experiments/first-steps/SharedCounter.java
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

echo
./lab watch --name 03-lost-update-lock --expect 'counted 15 of 15@1.5s' --within 300ms \
    experiments/first-steps/SharedCounter.java lock || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at both pictures: without a lock no thread waits and twelve updates are lost; with it they wait in turn."
exit "$outcome"

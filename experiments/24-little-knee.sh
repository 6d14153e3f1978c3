#!/bin/sh
# Little's law and the knee: load a server step by step, up to its limit and past it
#
# One thread, 10 ms for each request: at most 100 answers a second. First a closed loop with more and more clients;
# then an open loop with more and more requests per second, at random times.
# Before you run it, write down: with 16 clients, how long does each wait? And at 50, 80 and 90 requests a second?
cd "$(dirname "$0")/.." || exit 1
clients=1,2,4,8,16 rates=20,50,70,80,90,150 time=10s
[ -z "${QUICK:-}" ] || { clients=1,4,16 rates=20,80,150 time=2s; }

./lab run -m single -s sleep --delay 10ms --sweep "clients=$clients" -z "$time" --name 24-clients \
    --assert 'errors==0' --assert 'checks.little_off_percent<=5' --assert 'single@16.p50>=150ms'
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m single -s sleep --delay 10ms --sweep "rate=$rates" --arrivals poisson -c 1000 -z "$time" --name 24-rate \
    --assert 'errors==0' --assert 'single@20.p50<=25ms' --assert 'single@150.p50>=200ms' || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at answered/s and p50 in both tables: throughput stops below 100, and the wait grows without a limit."
exit "$outcome"

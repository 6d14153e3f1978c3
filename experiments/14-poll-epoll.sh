#!/bin/sh
# poll against epoll: many idle clients, one active
#
# The same event loop twice. With poll the program passes the list of all clients at every turn; epoll keeps the list.
# Before you run it, write down: how long does a request of the active client take beside 10, 1,000, 5,000 idle ones?
cd "$(dirname "$0")/.." || exit 1
idle=10,1000,5000 most=5000 requests=2000 rounds=7
[ -z "${QUICK:-}" ] || { idle=10,1000 most=1000 requests=500 rounds=1; }

./lab run -m select,poll -s echo -c 1 -n "$requests" --idle "$idle" --repeat "$rounds" --name 14-poll-epoll \
    --assert 'errors==0' --assert "poll@$most.p50_growth>=2.5" --assert "select@$most.p50_growth<=2"
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the chart of latency against idle clients: poll pays for every silent client, epoll does not."
exit "$outcome"

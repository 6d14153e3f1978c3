#!/bin/sh
# All models on one page: which of them differ, in what, and which are easy to write
#
# Twenty clients send a hundred requests each; every answer takes 10 ms of waiting, as if the server queried a database.
# One run shows what theory says. Of six models theory says the same: seven rounds show whether they differ.
# Before you run it, write down: which model has the lowest median, the lowest max, the least memory?
cd "$(dirname "$0")/.." || exit 1
requests=2000 long=15s equal=threaded,virtual,select,poll,udp-threaded,udp-select rounds=7
[ -z "${QUICK:-}" ] || { requests=200 long=1500ms equal=threaded,select rounds=2; }

./lab run -s echo --delay 10ms -c 20 -n "$requests" --name 15-all-models \
    --assert 'errors==0' --assert "single.max>=$long" --assert 'select.max<=1s' --assert 'virtual.max<=1s'
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m "$equal" -s echo --delay 10ms -c 20 -n "$requests" --repeat "$rounds" --name 15-rounds \
    --assert 'errors==0' --assert 'max<=1s' || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at p50 and max of single in the first table, and at its bars in the first timeline: theory says the same."
echo "Then at the last five sentences of the second run: where the rounds tell models apart, and where they do not."
exit "$outcome"

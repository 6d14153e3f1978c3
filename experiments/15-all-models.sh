#!/bin/sh
# All models on one page: which is fast, which is even, which is cheap, and which is easy to write
#
# Twenty clients send a hundred requests each; every answer takes 10 ms of waiting, as if the server queried a database.
# Before you run it, write down: which model has the lowest median, the lowest max, the least memory?
cd "$(dirname "$0")/.." || exit 1
requests=2000 long=15s
[ -z "${QUICK:-}" ] || { requests=200 long=1500ms; }

./lab run -s echo --delay 10ms -c 20 -n "$requests" --name 15-all-models \
    --assert 'errors==0' --assert "single.max>=$long" --assert 'select.max<=1s' --assert 'virtual.max<=1s'
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the matrix: no row is best everywhere. Then at p50 and max of single, and at its bars in the timeline."
exit "$outcome"

#!/bin/sh
# All models on one page: who is quick, who is even, who is cheap, and who is easy to write
#
# Twenty clients ask a hundred times each; every answer takes the server 10 ms of waiting, as if it asked a database.
# Before you run it, write down: which model is best at the median, which at the slowest request, which at memory?
cd "$(dirname "$0")/.." || exit 1
requests=2000 long=15s
[ -z "${QUICK:-}" ] || { requests=400 long=3s; }

./lab run -s echo --delay 10ms -c 20 -n "$requests" --name 15-all-models \
    --assert 'errors==0' --assert "single.max>=$long" --assert 'select.max<=1s' --assert 'virtual.max<=1s'
outcome=$?

echo
echo "Look at the matrix: no row is best everywhere. Then at p50 and max of single, and at its bars in the timeline."
exit "$outcome"

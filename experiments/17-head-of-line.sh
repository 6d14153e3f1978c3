#!/bin/sh
# Head-of-line blocking: one slow request among fast ones
#
# Every request takes 10 ms, but every tenth takes a second. Ten clients each send a request after every answer.
# Before you run it, write down: p50 with one thread, with a thread per client, with an event loop.
cd "$(dirname "$0")/.." || exit 1
slow=1s requests=100 least=900ms most=250ms
[ -z "${QUICK:-}" ] || { slow=500ms requests=50 least=450ms most=250ms; }

./lab run -m single,threaded,select -s sleep --delay 10ms --slow 1/10="$slow" -c 10 -n "$requests" \
    --name 17-head-of-line --assert 'errors==0' --assert "single.p50>=$least" --assert "threaded.p50<=$most" \
    --assert "select.p50<=$most"
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at p50: with one thread every client waits for the slow request of another. Then at max, which is the same."
exit "$outcome"

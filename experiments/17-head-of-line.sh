#!/bin/sh
# One slow request among fast ones: who waits for it?
#
# Every request takes 10 ms, but every tenth takes a second. Ten clients ask, each again when it is answered.
# Before you run it, write down: how long does half of the requests take at most, with one thread, with a thread each?
cd "$(dirname "$0")/.." || exit 1
slow=1s requests=100 least=900ms most=250ms
[ -z "${QUICK:-}" ] || { slow=500ms requests=50 least=450ms most=250ms; }

./lab run -m single,threaded,select -s sleep --delay 10ms --slow 1/10="$slow" -c 10 -n "$requests" \
    --name 17-head-of-line --assert 'errors==0' --assert "single.p50>=$least" --assert "threaded.p50<=$most" \
    --assert "select.p50<=$most"
outcome=$?

echo
echo "Look at p50: behind one thread everybody waits for somebody else's slow request. Then at max, which is the same."
exit "$outcome"

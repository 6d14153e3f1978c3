#!/bin/sh
# One that stays: a single thread, and clients that do not hang up
#
# An echo client keeps its connection: it asks four times before it leaves. Another one connects and never says a word.
# Before you run it, write down: when has the second of five clients its first answer? And who waits for the silent one?
cd "$(dirname "$0")/.." || exit 1
delay=500ms silence=5s least=4s off=2
[ -z "${QUICK:-}" ] || { delay=100ms silence=3s least=1s off=10; }

./lab run -m single -s echo --delay "$delay" -c 5 -n 20 --name 06-who-stays \
    --assert "off_percent<=$off"
outcome=$?
[ "$outcome" -eq 0 ] || exit "$outcome"

./lab run -m single -s echo -c 1 -n 20 --idle 1 --idle-timeout "$silence" --name 06-silent \
    --assert 'errors==0' --assert "max>=$least"
outcome=$?

echo
echo "Look at the first timeline: all five are connected at once, and each begins where the one before it has left."
echo "Then at max in the second table: nobody was answered until the server had sent the silent client away."
exit "$outcome"

#!/bin/sh
# A client that stays: a single thread, and clients that keep their connection
#
# An echo client keeps its connection: it sends four requests before it leaves. Another client sends nothing at all.
# Before you run it, write down: when does the second of five get its first answer? Who waits for the silent one?
cd "$(dirname "$0")/.." || exit 1
delay=500ms silence=5s least=4s off=2
[ -z "${QUICK:-}" ] || { delay=100ms silence=2s least=500ms off=10; }

./lab run -m single -s echo --delay "$delay" -c 5 -n 20 --name 06-who-stays \
    --assert "off_percent<=$off"
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m single -s echo -c 1 -n 20 --idle 1 --idle-timeout "$silence" --name 06-silent \
    --assert 'errors==0' --assert "max>=$least" || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the first timeline: all five are connected at once, and each is served when the one before it has left."
echo "Then at max in the second table: no client was answered until the server had closed the silent connection."
exit "$outcome"

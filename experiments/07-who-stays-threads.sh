#!/bin/sh
# Many clients that stay: a thread per client, and a pool of four that four silent clients block
#
# The same clients keep their connections. Now each has its own thread, or there are four threads for all of them.
# Before you run it, write down: who waits with a thread per client, who with four? What do a hundred silent ones cost?
cd "$(dirname "$0")/.." || exit 1
delay=1s silence=5s least=4s off=5
[ -z "${QUICK:-}" ] || { delay=200ms silence=2s least=500ms off=20; }

./lab run -m threaded,pool:4 -s echo --delay "$delay" -c 5 -n 20 --name 07-who-stays \
    --assert "off_percent<=$off"
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m threaded -s echo -c 1 -n 200 --idle 100 --name 07-pile --assert 'errors==0' \
    --assert 'threads_peak>100' || outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m pool:4 -s echo -c 1 -n 20 --idle 4 --idle-timeout "$silence" --name 07-starved \
    --assert 'errors==0' --assert "max>=$least" || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the timeline: with a thread each, five bars begin at once; with four the fifth waits for one to end."
echo "Then at threads in the second table and max in the third: a hundred threads for silent clients, or no answer."
exit "$outcome"

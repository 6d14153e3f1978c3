#!/bin/sh
# UDP loses: a burst against a busy receiver, and a network that drops one datagram in five
#
# A thousand clients send a datagram each at the same time, and the only thread needs 1 ms for each. Then a light load
# over a network that loses one datagram in five, in both directions; first without, then with up to three retries.
# Before you run it, write down: how many requests are answered in each of the three runs?
cd "$(dirname "$0")/.." || exit 1
requests=2000 least=1000 most=1440 nearly=1880 patience=4s
[ -z "${QUICK:-}" ] || { requests=500 least=240 most=375 nearly=460 patience=2s; }

./lab run -m udp -s sleep --delay 1ms -c 1000 --timeout "$patience" --may-fail udp --name 22-burst \
    --assert 'succeeded>=100' --assert 'errors.lost>=100'
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m udp -s echo -c 20 -n "$requests" --loss 0.2 --timeout 200ms --may-fail udp --name 22-loss \
    --assert "succeeded>=$least" --assert "succeeded<=$most" || outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m udp -s echo -c 20 -n "$requests" --loss 0.2 --retry 3 --timeout 800ms --may-fail udp --name 22-retry \
    --assert "succeeded>=$nearly" || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at ok and errors in the three tables, and in requests.csv of the first run at which requests are lost."
exit "$outcome"

#!/bin/sh
# UDP, one thread: an idle client blocks nobody, but sleeps still queue
#
# The same service without connections: a request is a datagram, and there is nothing to accept.
# Before you run it, write down: does the staircase go away? And which clients does a silent client block?
cd "$(dirname "$0")/.." || exit 1
delay=1s off=2
[ -z "${QUICK:-}" ] || { delay=300ms off=10; }

./lab run -m single,udp -s sleep --delay "$delay" -c 5 --name 08-udp-sleep --assert "off_percent<=$off"
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m udp -s echo -c 1 -n 200 --idle 3 --name 08-udp-idle --assert 'errors==0' || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at both timelines: the same stairs over UDP as over TCP, because one thread sleeps for one client at a time."
echo "Then look at the second run: three silent clients, and no other client waits for them."
echo "Try it with -m single -n 1 --timeout 3s."
exit "$outcome"

#!/bin/sh
# Nagle and delayed acknowledgements: 40 ms of waiting on an idle machine
#
# A client sends a request after every answer. It sends each message in two writes, or without TCP_NODELAY, or both.
# Before you run it, write down: which of the three is slow, and by how much?
cd "$(dirname "$0")/.." || exit 1
requests=200
[ -z "${QUICK:-}" ] || requests=50

./lab run -m threaded -s echo -c 1 -n "$requests" --no-nodelay --name 25-nagle --assert 'errors==0' --assert 'p50<=15ms'
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m threaded -s echo -c 1 -n "$requests" --two-writes --name 25-two --assert 'errors==0' \
    --assert 'p50<=15ms' || outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m threaded -s echo -c 1 -n "$requests" --two-writes --no-nodelay --name 25-both --assert 'errors==0' \
    --assert 'p50>=20ms' || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at p50 in the three tables. Neither of the two is slow alone."
exit "$outcome"

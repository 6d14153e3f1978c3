#!/bin/sh
# Accounts: half of the clients register while the other half log in, chat and log out
#
# A password is stored as a hash that is slow on purpose, some 50 ms of a processor. Meanwhile the others chat.
# Before you run it, write down: how long does a message take while hashes are computed? And if the loop computes them?
cd "$(dirname "$0")/.." || exit 1
clients=200 messages=1000
[ -z "${QUICK:-}" ] || { clients=20 messages=100; }

./lab run -m threaded,virtual,select -s chat --chat=classroom -c "$clients" -n "$messages" --name 12-accounts \
    --assert 'errors==0' --assert 'deliveries_missing==0' --assert 'out_of_order==0' --assert 'register.failed==0' \
    --assert 'login.failed==0' --assert 'logout.failed==0' --assert 'select.talk.p99<50ms'
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m select -s chat --chat=classroom -c "$clients" -n "$messages" --inline-compute --name 12-accounts-inline \
    --assert 'errors==0' --assert 'deliveries_missing==0' --assert 'talk.max>500ms' || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at both charts: the hashes take the same time in both, but in the second run all messages wait for them."
exit "$outcome"

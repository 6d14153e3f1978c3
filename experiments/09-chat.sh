#!/bin/sh
# A chat of three: with a thread per client, and with one thread for all
#
# Every message goes to all other clients. Three clients join, each sends two messages, they leave.
# Before you run it, write down: what does each client receive? And what, when one thread serves one client at a time?
cd "$(dirname "$0")/.." || exit 1
messages=6
[ -z "${QUICK:-}" ] || messages=3

./lab run -m threaded,single -s chat -c 3 -n "$messages" --message-bytes 4 --name 09-chat --may-fail single \
    --assert 'threaded.entered==3' --assert 'threaded.deliveries_missing==0' --assert 'threaded.out_of_order==0' \
    --assert 'single.entered==1'
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the two sequences: with a thread per client all messages reach all; with one thread, who joins when?"
exit "$outcome"

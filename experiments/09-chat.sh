#!/bin/sh
# A chat of three: a thread for each of them, and what one thread makes of it
#
# Who has something to say says it to everybody else. Three clients enter, each says two things, they leave.
# Before you run it, write down: what does each of them read? And what, when one thread serves one client at a time?
cd "$(dirname "$0")/.." || exit 1
messages=6
[ -z "${QUICK:-}" ] || messages=3

./lab run -m threaded,single -s chat -c 3 -n "$messages" --message-bytes 4 --name 09-chat --may-fail single \
    --assert 'threaded.entered==3' --assert 'threaded.deliveries_missing==0' --assert 'threaded.out_of_order==0' \
    --assert 'single.entered==1'
outcome=$?

echo
echo "Look at the two sequences: with a thread each everybody hears everybody; with one thread, who is let in when?"
exit "$outcome"

#!/bin/sh
# A chat of four on select: the same conversation, one thread
#
# The clients use the protocol of the Python cookbook: pickled messages, and each client sends its NAME first.
# Before you run it, write down: four clients, one thread. Which clients wait, and how many threads has threaded?
cd "$(dirname "$0")/.." || exit 1
messages=8
[ -z "${QUICK:-}" ] || messages=4

./lab run -m select,threaded -s chat --framing pickle -c 4 -n "$messages" --message-bytes 4 --name 10-chat-select \
    --assert 'entered==4' --assert 'deliveries_missing==0' --assert 'out_of_order==0' --assert 'errors==0'
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the two sequences: NAME, CLIENT, the greeting; then the same conversation. Then at threads in the table."
exit "$outcome"

#!/bin/sh
# A slow reader: one member of a chat stops reading
#
# Its messages fill the kernel's buffers, then its send queue of 1 MiB; then the server must decide.
# Before you run it, write down: which clients wait for the slow reader? And what happens to it?
cd "$(dirname "$0")/.." || exit 1
clients=20 messages=6000 growth=2
[ -z "${QUICK:-}" ] || { clients=5 messages=5000 growth=10; }

./lab run -m threaded,select -s chat -c "$clients" -n "$messages" --message-bytes 1000 --slow-reader \
    --name 20-slow-reader --assert 'errors==0' --assert 'deliveries_missing==0' \
    --assert 'threaded@slow.slow_reader.dropped==1' \
    --assert 'select@slow.slow_reader.dropped==1' --assert "p99_growth<=$growth"
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the chart of deliveries: the dashed lines, beside the slow reader, are close to the solid ones."
exit "$outcome"

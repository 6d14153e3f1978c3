#!/bin/sh
# Framing: ten sends arrive as one message, one send arrives as ten
#
# A program sends ten letters and then 20,000 bytes at once. Its receiver waits until all bytes have arrived.
# Before you run it, write down: how many messages arrive, if the receiver takes the result of one read for a message?
cd "$(dirname "$0")/.." || exit 1

./lab watch --name 19-framing-raw --expect 'heard 1 x abcdefghij ...,heard 10 x 2000 bytes ...' \
    experiments/first-steps/TenSends.java
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

echo
./lab watch --name 19-framing-lines --expect 'heard 10 x a ...,heard 1 x 20000 bytes ...' \
    experiments/first-steps/TenSends.java lines || outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

echo
./lab watch --name 19-framing-length --expect 'heard 10 x a ...,heard 1 x 20000 bytes ...' \
    experiments/first-steps/TenSends.java length || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the pictures: the same sends each time. Without framing ten are one and one is ten; with it all is right."
exit "$outcome"

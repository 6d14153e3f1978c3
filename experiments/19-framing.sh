#!/bin/sh
# Framing: ten sends heard as one message, one send heard as ten
#
# A program sends ten letters and then 20,000 bytes at once, to a reader who waits until all is there.
# Before you run it, write down: how many messages does the reader hear, if it takes what one read returns for one?
cd "$(dirname "$0")/.." || exit 1

./lab watch --name 19-framing-raw --expect 'heard 1 x abcdefghij ...,heard 10 x 2000 bytes ...' \
    experiments/first-steps/TenSends.java
outcome=$?
[ "$outcome" -eq 0 ] || exit "$outcome"

echo
./lab watch --name 19-framing-lines --expect 'heard 10 x a ...,heard 1 x 20000 bytes ...' \
    experiments/first-steps/TenSends.java lines
outcome=$?
[ "$outcome" -eq 0 ] || exit "$outcome"

echo
./lab watch --name 19-framing-length --expect 'heard 10 x a ...,heard 1 x 20000 bytes ...' \
    experiments/first-steps/TenSends.java length
outcome=$?

echo
echo "Look at the pictures: the same sends each time. Without framing ten are one, and one is ten; with it all is well."
exit "$outcome"

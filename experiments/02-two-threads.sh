#!/bin/sh
# Two threads: a number every second, a letter every 1.5 seconds
#
# One thread prints 1 to 5, the other A to E; each sleeps after every word, independently of the other.
# Before you run it, write down: the ten words in order, with the time of each. Which of them have no certain order?
cd "$(dirname "$0")/.." || exit 1
numbers=1000 letters=1500 expected=1@0s,A@0s,2@1s,B@1.5s,3@2s,C@3s,4@3s,5@4s,D@4.5s,E@6s
[ -z "${QUICK:-}" ] || numbers=500 letters=750
[ -z "${QUICK:-}" ] || expected=1@0s,A@0s,2@0.5s,B@0.75s,3@1s,C@1.5s,4@1.5s,5@2s,D@2.25s,E@3s

./lab watch --name 02-two-threads --expect "$expected" \
    experiments/first-steps/NumbersAndLetters.java "$numbers" "$letters"
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the picture: two rows with different steps. Where do they meet, and which word comes first there?"
exit "$outcome"

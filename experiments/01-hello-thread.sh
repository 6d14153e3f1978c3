#!/bin/sh
# Hello, thread: who speaks first, main or the thread that it started?
#
# main says Starting, a thread says Hello, main says Finished. First main waits for its thread (join), then it does not.
# Before you run it, write down: which orders of the three lines are possible with join, and which without?
cd "$(dirname "$0")/.." || exit 1

./lab watch --name 01-hello-join --expect Starting,Hello,Finished experiments/first-steps/HelloThread.java
outcome=$?
[ "$outcome" -eq 0 ] || exit "$outcome"

echo
./lab watch --name 01-hello-nojoin --expect Starting,Hello --expect Starting,Finished \
    experiments/first-steps/HelloThread.java nojoin
outcome=$?

echo
echo "Look at both pictures: with join Hello is always in the middle. Without, nobody promised anything: run it again."
exit "$outcome"

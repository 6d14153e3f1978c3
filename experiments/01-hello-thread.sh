#!/bin/sh
# Hello, thread: which prints first, main or the thread that it starts?
#
# main prints Starting, a thread prints Hello, main prints Finished. First main waits for its thread (join), then not.
# Before you run it, write down: which orders of the three lines are possible with join, and which without?
cd "$(dirname "$0")/.." || exit 1

./lab watch --name 01-hello-join --expect Starting,Hello,Finished experiments/first-steps/HelloThread.java
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

echo
./lab watch --name 01-hello-nojoin --expect Starting,Hello --expect Starting,Finished \
    experiments/first-steps/HelloThread.java nojoin || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at both pictures: with join, Hello is always in the middle. Without join the order is open: run it again."
exit "$outcome"

#!/bin/sh
# What clients cost: threads, memory and CPU time beside 10 to 10,000 idle clients
#
# They are connected and silent; one client beside them is active. Three models keep them in three ways.
# The second run measures the largest step in seven rounds, and says in which figures the models differ.
# Before you run it, write down: how many threads, and how much memory, does each model need beside 10,000?
cd "$(dirname "$0")/.." || exit 1
idle=10,100,1000,10000 most=10000 rounds=7
[ -z "${QUICK:-}" ] || { idle=10,1000 most=1000 rounds=2; }

./lab run -m threaded,virtual,select -s echo -c 1 -n 500 --idle "$idle" --no-probe --name 13-cost --assert 'errors==0' \
    --assert "threaded@$most.threads_peak>=$most" --assert "virtual@$most.threads_peak<=100" \
    --assert "select@$most.threads_peak<=100"
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m threaded,virtual,select -s echo -c 1 -n 500 --idle "$most" --no-probe --repeat "$rounds" \
    --name 13-rounds --assert 'errors==0' || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the chart of threads against clients, and at KiB/idle in the table: what one more client costs."
echo "Then at the sentence about memory below the second table: it says what the rounds show."
exit "$outcome"

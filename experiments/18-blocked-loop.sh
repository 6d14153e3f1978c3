#!/bin/sh
# Blocking the event loop: CPU work beside the loop and on it
#
# Every tenth request computes for 200 ms, the others need nothing. First a worker computes, then the loop itself.
# Then every request computes, in four models.
# Before you run it, write down: p50 of the first and the second run; the last of 20 in the third, for each model.
cd "$(dirname "$0")/.." || exit 1
slow=200ms requests=200 delay=200ms cpu=3s least=400ms
[ -z "${QUICK:-}" ] || { slow=100ms requests=100 delay=50ms cpu=800ms least=100ms; }

./lab run -m select -s echo --work cpu --slow 1/10="$slow" -c 10 -n "$requests" --name 18-beside \
    --assert 'errors==0' --assert 'p50<=40ms'
outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m select -s echo --work cpu --slow 1/10="$slow" -c 10 -n "$requests" --inline-compute --name 18-blocked \
    --assert 'errors==0' --assert 'p50>=60ms' || outcome=$?
case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

./lab run -m single,threaded,virtual,select -s sleep --work cpu --delay "$delay" -c 20 --inline-compute \
    --name 18-cores --assert 'errors==0' --assert "cpu_ms>=$cpu" --assert "max>=$least" || outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at p50 in the first two tables, then at max and CPU in the third: no model has more cores than the machine."
exit "$outcome"

#!/bin/sh
# A web page on one thread: four requests at once, as a browser sends them
#
# Four clients send a request to a web server at the same time; each takes a second, and one thread serves them all.
# Before you run it, write down: when does single answer the fourth request, and when does select?
cd "$(dirname "$0")/.." || exit 1
delay=1s off=5
[ -z "${QUICK:-}" ] || { delay=500ms off=10; }

./lab run -m single,select -s web --delay "$delay" -c 4 --name 11-web --assert "off_percent<=$off"
outcome=$?
case $outcome in 0 | 3 | 4) ;; *) exit "$outcome" ;; esac

echo
echo "Look at the timeline: stairs on single, four bars side by side on select, and one thread in both."
echo "Now in a browser: ./lab serve select web, then open http://127.0.0.1:8800/ and again with single."
exit "$outcome"

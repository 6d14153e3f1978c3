"""Runs the scenarios that the command line names. See .ci/abuse."""

import os
import resource
import signal
import sys

import suite
from processes import Attack

# Each of these registers its scenarios.
import connections       # pylint: disable=unused-import
import web_requests      # pylint: disable=unused-import
import slow_readers      # pylint: disable=unused-import
import datagrams         # pylint: disable=unused-import
import exhaustion        # pylint: disable=unused-import
import stopping          # pylint: disable=unused-import
import killing           # pylint: disable=unused-import
import hostile_files     # pylint: disable=unused-import
import hostile_servers   # pylint: disable=unused-import

SHORT_SECONDS = 33   # nothing begins after this time, and everything has ended at 40
HOUR = 3600


def interrupted(number, _):
    Attack.end_all()
    os._exit(128 + number)


def main(arguments):
    short = "--short" in arguments
    jobs = suite.chosen([word for word in arguments if not word.startswith("--")], short)
    if "--list" in arguments:
        print("\n".join(dict.fromkeys(name for name, *_ in jobs)))
        return 0
    if not os.path.isdir("/proc/self/fd"):
        print("abuse: skipped, it counts descriptors and threads in /proc, which only Linux has")
        return 0
    if not jobs:
        print("abuse: no scenario has such a name; see .ci/abuse --list", file=sys.stderr)
        return 2
    signal.signal(signal.SIGINT, interrupted)
    signal.signal(signal.SIGTERM, interrupted)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    running = suite.Suite(lambda model: Attack(model, short), SHORT_SECONDS if short else HOUR)
    running.run(jobs, lanes=2 if short else 1)
    return 1 if running.fell else 0


sys.exit(main(sys.argv[1:]))

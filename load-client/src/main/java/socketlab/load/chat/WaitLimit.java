package socketlab.load.chat;

import static socketlab.core.Text.format;

import java.time.Duration;

/**
 * When a wait for the server ends although what it is for has not happened: the quiet time is over as soon as nothing comes,
 * but a server may never be silent, so there is an end in all as well.
 *
 * @param purpose what is waited for, after "the wait"
 * @param quiet   without news
 * @param most    in all; the run says when a server that was never silent has made a wait so long, unless it equals {@code quiet}
 */
record WaitLimit(String purpose, Duration quiet, Duration most) {

    /** What the run says then, without a full stop. */
    String exceeded() {
        return format("the wait %s ended after %d ms, because the server was never silent for %d ms", purpose,
                most.toMillis(), quiet.toMillis());
    }
}

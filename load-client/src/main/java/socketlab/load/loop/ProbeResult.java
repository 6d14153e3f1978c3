package socketlab.load.loop;

import java.util.List;
import java.util.Optional;
import socketlab.load.log.WrongReply;

/**
 * What the probe after a load found out.
 *
 * @param verdict   as {@code run.json} has it: {@link #OK}, {@link #WRONG}, or {@link #SKIPPED} with a reason
 * @param wrong     the reply that is wrong
 * @param startedUs when the probe began, in microseconds since the plan's zero
 * @param ports     the ports of its connections, so that a server's record of them can be left out
 */
public record ProbeResult(String verdict, Optional<WrongReply> wrong, long startedUs, List<Integer> ports) {
    public static final String OK = "ok";
    public static final String WRONG = "wrong";
    /** Followed by the reason. */
    public static final String SKIPPED = "skipped: ";

    /** No connection was made. */
    public static ProbeResult skipped(String reason) {
        return new ProbeResult(SKIPPED + reason, Optional.empty(), 0, List.of());
    }
}

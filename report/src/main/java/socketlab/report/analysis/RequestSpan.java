package socketlab.report.analysis;

import java.util.stream.LongStream;
import socketlab.results.Outcome;
import socketlab.results.files.LongColumn;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ServedRow;

/**
 * One request for a chart. All times are in microseconds since the load of its round began, as in the files, so that models
 * that were measured one after the other share an axis.
 *
 * @param client the client's number, from 1
 * @param sentUs when it was sent, or {@link RequestRow#NEVER}
 * @param serviceUs when its service began, or {@link RequestRow#NEVER} where no server recorded it
 * @param endUs when it was done, or the last time that is known of it
 */
public record RequestSpan(int round, int client, long startUs, long sentUs, long serviceUs, long endUs, Outcome outcome) {

    static RequestSpan of(RequestRow row, ServedRow served) {
        long end = lastKnown(row);
        long service = served == null || served.serviceStartUs() == RequestRow.NEVER ? RequestRow.NEVER
                // The clocks of the two processes may differ a little; service stays within the request.
                : Math.clamp(served.serviceStartUs(), row.intendedUs(), Math.max(end, row.intendedUs()));
        return new RequestSpan(row.round(), row.client(), row.intendedUs(), row.sentUs(), service, end, row.outcome());
    }

    /** An empty list that keeps spans as numbers. */
    static LongColumn<RequestSpan> newList() {
        Outcome[] outcomes = Outcome.values();
        return new LongColumn<>(7, span -> new long[] {span.round, span.client, span.startUs, span.sentUs, span.serviceUs,
            span.endUs, span.outcome.ordinal()},
                n -> new RequestSpan((int) n[0], (int) n[1], n[2], n[3], n[4], n[5], outcomes[(int) n[6]]));
    }

    public boolean ok() {
        return outcome == Outcome.OK;
    }

    /** Failed otherwise than by a lost datagram. */
    public boolean failed() {
        return !ok() && !lost();
    }

    public boolean lost() {
        return outcome == Outcome.LOST;
    }

    /** Whether waiting and service are known apart. */
    public boolean divided() {
        return serviceUs != RequestRow.NEVER;
    }

    /** From the intended start to the end, in microseconds. */
    public long latencyUs() {
        return endUs - startUs;
    }

    /** From the moment it was sent. */
    long uncorrectedUs() {
        return sentUs == RequestRow.NEVER ? latencyUs() : endUs - sentUs;
    }

    long waitingUs() {
        return serviceUs - startUs;
    }

    private static long lastKnown(RequestRow row) {
        if (row.doneUs() != RequestRow.NEVER) {
            return row.doneUs();
        }
        return LongStream.of(row.intendedUs(), row.connectUs(), row.connectedUs(), row.sentUs(), row.firstByteUs())
                .max().orElseThrow();
    }
}

package socketlab.report.analysis;

import java.util.stream.LongStream;
import socketlab.results.Outcome;
import socketlab.results.files.LongColumn;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ServedRow;

/**
 * One request as the pictures show it; every moment is in microseconds since its round's first request was meant to
 * start, so that models measured one after another lie on one axis.
 *
 * @param sentUs when it was really sent, or {@link RequestRow#NEVER}
 * @param serviceUs when the server took it up, or {@link RequestRow#NEVER} where no server told
 * @param endUs when it was done, or the last that is known of it
 */
public record RequestSpan(int round, long startUs, long sentUs, long serviceUs, long endUs, Outcome outcome) {

    static RequestSpan of(RequestRow row, ServedRow served, long roundStartUs) {
        long end = lastKnown(row);
        long service = served == null || served.serviceStartUs() == RequestRow.NEVER ? RequestRow.NEVER
                // The two clocks may disagree by a hair; a bar never leaves its own ends.
                : Math.clamp(served.serviceStartUs(), row.intendedUs(), Math.max(end, row.intendedUs())) - roundStartUs;
        long sent = row.sentUs() == RequestRow.NEVER ? RequestRow.NEVER : row.sentUs() - roundStartUs;
        return new RequestSpan(row.round(), row.intendedUs() - roundStartUs, sent, service, end - roundStartUs, row.outcome());
    }

    /** An empty list that keeps bars as numbers. */
    static LongColumn<RequestSpan> many() {
        Outcome[] outcomes = Outcome.values();
        return new LongColumn<>(6, bar -> new long[] {bar.round, bar.startUs, bar.sentUs, bar.serviceUs, bar.endUs,
            bar.outcome.ordinal()}, n -> new RequestSpan((int) n[0], n[1], n[2], n[3], n[4], outcomes[(int) n[5]]));
    }

    public boolean ok() {
        return outcome == Outcome.OK;
    }

    public boolean lost() {
        return outcome == Outcome.LOST;
    }

    public boolean divided() {
        return serviceUs != RequestRow.NEVER;
    }

    public long latencyUs() {
        return endUs - startUs;
    }

    /** From when it was really sent, and not from when it was meant to be. */
    long uncorrectedUs() {
        return sentUs == RequestRow.NEVER ? latencyUs() : endUs - sentUs;
    }

    public long waitingUs() {
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

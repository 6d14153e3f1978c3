package socketlab.results.files;

import java.util.List;
import socketlab.results.Outcome;

/**
 * One request as its client saw it, a line of {@code requests.csv}; every moment is in microseconds since the run
 * began, or {@link #NEVER} where the request did not get that far.
 *
 * @param request which request of the round, from 1
 * @param client which client, from 1
 * @param intendedUs when it was meant to start; latency counts from here
 */
public record RequestRow(String model, int round, int request, int client, int clientPort, long intendedUs,
                         long connectUs, long connectedUs, long sentUs, long firstByteUs, long doneUs,
                         Outcome outcome) {

    /** A moment that was not reached; an empty cell in the file. */
    public static final long NEVER = -1;

    static final List<String> COLUMNS = List.of("model", "round", "request", "client", "client_port", "intended_us",
            "connect_us", "connected_us", "sent_us", "first_byte_us", "done_us", "outcome");

    /** From the moment it was meant to start until it was done, in microseconds; {@link #NEVER} when it never was. */
    public long latencyUs() {
        return doneUs == NEVER ? NEVER : doneUs - intendedUs;
    }

    /**
     * From the moment it was really sent, in microseconds, or began to connect where the client says nothing: what a
     * closed loop would have seen; or {@link #NEVER}.
     */
    public long uncorrectedUs() {
        long really = sentUs == NEVER ? connectUs : sentUs;
        return doneUs == NEVER || really == NEVER ? NEVER : doneUs - really;
    }

    public boolean ok() {
        return outcome == Outcome.OK;
    }

    /** An empty list that keeps rows of {@code model} as numbers. */
    public static List<RequestRow> many(String model) {
        Outcome[] outcomes = Outcome.values();
        return new LongColumn<>(11, row -> new long[] {row.round, row.request, row.client, row.clientPort, row.intendedUs,
            row.connectUs, row.connectedUs, row.sentUs, row.firstByteUs, row.doneUs, row.outcome.ordinal()},
                n -> new RequestRow(model, (int) n[0], (int) n[1], (int) n[2], (int) n[3], n[4], n[5], n[6], n[7],
                        n[8], n[9], outcomes[(int) n[10]]));
    }

    Object[] cells() {
        return new Object[] {model, round, request, client, clientPort, CsvCells.moment(intendedUs),
            CsvCells.moment(connectUs), CsvCells.moment(connectedUs), CsvCells.moment(sentUs), CsvCells.moment(firstByteUs),
            CsvCells.moment(doneUs), outcome.text()};
    }

    static RequestRow from(CsvCells cells) throws ResultsException {
        return new RequestRow(cells.text("model"), cells.count("round"), cells.count("request"),
                cells.count("client"), cells.count("client_port"), cells.moment("intended_us"),
                cells.moment("connect_us"), cells.moment("connected_us"), cells.moment("sent_us"),
                cells.moment("first_byte_us"), cells.moment("done_us"), cells.outcome("outcome"));
    }
}

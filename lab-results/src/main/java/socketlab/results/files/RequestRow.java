package socketlab.results.files;

import java.util.List;
import socketlab.results.Outcome;

/**
 * One request as its client saw it: a line of {@code requests.csv}. All times are in microseconds since the load of this model
 * and round began, negative before that (a connection that is opened first), or {@link #NEVER} where the request did not get
 * that far.
 *
 * @param request the request's number in the round, from 1
 * @param client the client's number, from 1
 * @param intendedUs when the request was meant to start; latency counts from here
 * @param connectUs when its client began to connect
 */
public record RequestRow(String model, int round, int request, int client, int clientPort, long intendedUs,
        long connectUs, long connectedUs, long sentUs, long firstByteUs, long doneUs,
        Outcome outcome) {

    /** A time that was not reached; an empty cell in the file. */
    public static final long NEVER = Long.MIN_VALUE;

    static final List<String> COLUMNS = List.of("model", "round", "request", "client", "client_port", "intended_us",
            "connect_us", "connected_us", "sent_us", "first_byte_us", "done_us", "outcome");

    /** From {@code intendedUs} to {@code doneUs}, in microseconds; {@link #NEVER} when it was never done. */
    public long latencyUs() {
        return doneUs == NEVER ? NEVER : doneUs - intendedUs;
    }

    /**
     * From the moment it was sent, in microseconds, or from the start of connecting where the client sends nothing: the
     * latency that a closed loop would measure; {@link #NEVER} when it was never done or never sent.
     */
    public long uncorrectedUs() {
        long started = sentUs == NEVER ? connectUs : sentUs;
        return doneUs == NEVER || started == NEVER ? NEVER : doneUs - started;
    }

    /** Whether the request succeeded. */
    public boolean ok() {
        return outcome == Outcome.OK;
    }

    /** An empty list for rows of {@code model}, which keeps them as numbers: it grows, and has no nulls. */
    public static List<RequestRow> newList(String model) {
        Outcome[] outcomes = Outcome.values();
        return new LongColumn<>(11, row -> new long[] {row.round, row.request, row.client, row.clientPort, row.intendedUs,
            row.connectUs, row.connectedUs, row.sentUs, row.firstByteUs, row.doneUs, row.outcome.ordinal()},
                n -> new RequestRow(model, (int) n[0], (int) n[1], (int) n[2], (int) n[3], n[4], n[5], n[6], n[7],
                        n[8], n[9], outcomes[(int) n[10]]));
    }

    Object[] cells() {
        return new Object[] {model, round, request, client, clientPort, CsvCells.time(intendedUs),
            CsvCells.time(connectUs), CsvCells.time(connectedUs), CsvCells.time(sentUs), CsvCells.time(firstByteUs),
            CsvCells.time(doneUs), outcome.text()};
    }

    static RequestRow from(CsvCells cells) throws ResultsException {
        return new RequestRow(cells.text("model"), cells.count("round"), cells.count("request"),
                cells.count("client"), cells.count("client_port"), cells.time("intended_us"),
                cells.time("connect_us"), cells.time("connected_us"), cells.time("sent_us"),
                cells.time("first_byte_us"), cells.time("done_us"), cells.outcome("outcome"));
    }
}

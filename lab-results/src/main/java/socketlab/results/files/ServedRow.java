package socketlab.results.files;

import java.util.List;

/**
 * One message as its server saw it: a line of {@code served.csv}. It separates waiting from service. All times are in
 * microseconds since the load of this model and round began, as in {@link RequestRow}, or {@link RequestRow#NEVER}.
 *
 * @param clientId the n-th client of this server, from 1
 * @param message the n-th message of that client, from 1
 * @param acceptedUs when the server accepted the client
 */
public record ServedRow(String model, int round, long clientId, int clientPort, int message, long acceptedUs,
        long serviceStartUs, long replyWrittenUs) {

    static final List<String> COLUMNS = List.of("model", "round", "client_id", "client_port", "message", "accepted_us",
            "service_start_us", "reply_written_us");

    /** An empty list for rows of {@code model}, which keeps them as numbers: it grows, and has no nulls. */
    public static List<ServedRow> newList(String model) {
        return new LongColumn<>(7, row -> new long[] {row.round, row.clientId, row.clientPort, row.message, row.acceptedUs,
            row.serviceStartUs, row.replyWrittenUs},
                n -> new ServedRow(model, (int) n[0], n[1], (int) n[2], (int) n[3], n[4], n[5], n[6]));
    }

    /** The same row in a round that began so late on the row's own clock: a server under test knows nothing of rounds. */
    public ServedRow inRound(int other, long beganUs) {
        return new ServedRow(model, other, clientId, clientPort, message, since(acceptedUs, beganUs),
                since(serviceStartUs, beganUs), since(replyWrittenUs, beganUs));
    }

    private static long since(long us, long beganUs) {
        return us == RequestRow.NEVER ? us : us - beganUs;
    }

    Object[] cells() {
        return new Object[] {model, round, clientId, clientPort, message, CsvCells.time(acceptedUs),
            CsvCells.time(serviceStartUs), CsvCells.time(replyWrittenUs)};
    }

    static ServedRow from(CsvCells cells) throws ResultsException {
        return new ServedRow(cells.text("model"), cells.count("round"), cells.whole("client_id"),
                cells.count("client_port"), cells.count("message"), cells.time("accepted_us"),
                cells.time("service_start_us"), cells.time("reply_written_us"));
    }
}

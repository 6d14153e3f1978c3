package socketlab.results.files;

import java.util.List;

/**
 * One message as its server saw it, a line of {@code served.csv}: this is what tells waiting from being served.
 *
 * @param clientId the K-th client of this server
 * @param message which message of that client, from 1
 * @param acceptedUs when the server took up the client, in microseconds since the run began, like the other moments
 */
public record ServedRow(String model, long clientId, int clientPort, int message, long acceptedUs,
                        long serviceStartUs, long replyWrittenUs) {

    static final List<String> COLUMNS = List.of("model", "client_id", "client_port", "message", "accepted_us",
            "service_start_us", "reply_written_us");

    /** An empty list that keeps rows of {@code model} as numbers. */
    public static List<ServedRow> many(String model) {
        return new LongColumn<>(6, row -> new long[] {row.clientId, row.clientPort, row.message, row.acceptedUs,
            row.serviceStartUs, row.replyWrittenUs},
                n -> new ServedRow(model, n[0], (int) n[1], (int) n[2], n[3], n[4], n[5]));
    }

    Object[] cells() {
        return new Object[] {model, clientId, clientPort, message, CsvCells.moment(acceptedUs),
            CsvCells.moment(serviceStartUs), CsvCells.moment(replyWrittenUs)};
    }

    static ServedRow from(CsvCells cells) throws ResultsException {
        return new ServedRow(cells.text("model"), cells.whole("client_id"), cells.count("client_port"),
                cells.count("message"), cells.moment("accepted_us"), cells.moment("service_start_us"),
                cells.moment("reply_written_us"));
    }
}

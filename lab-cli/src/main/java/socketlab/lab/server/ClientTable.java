package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import socketlab.core.PeerInfo;
import socketlab.core.Text;

/** The connected clients in columns: what the console's {@code list} prints. */
record ClientTable(List<PeerInfo> clients, ZoneId zone) {
    private static final List<String> HEADER = List.of("id", "name", "address", "since", "messages", "queued");
    private static final int FIRST_NUMBER = 4;   // from this column on: aligned right
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** A header and a line for each client, if there is one, and their number. */
    List<String> lines() {
        String count = clients.size() == 1 ? "1 client" : clients.size() + " clients";
        if (clients.isEmpty()) {
            return List.of(count);
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        clients.stream().map(this::row).forEach(rows::add);
        List<String> lines = new ArrayList<>(rows.stream().map(row -> aligned(row, rows)).toList());
        lines.add(count);
        return lines;
    }

    private List<String> row(PeerInfo client) {
        String name = client.label().isEmpty() ? "-" : Text.printable(client.label());
        return List.of("#" + client.id(), name, Text.plain(client.address()), SINCE.format(client.since().atZone(zone)),
                "" + client.messages(), "" + client.queuedBytes());
    }

    private static String aligned(List<String> row, List<List<String>> all) {
        List<String> cells = IntStream.range(0, HEADER.size()).mapToObj(column -> {
            int width = all.stream().mapToInt(other -> other.get(column).length()).max().orElse(0);
            return format(column < FIRST_NUMBER ? "%-" + width + "s" : "%" + width + "s", row.get(column));
        }).toList();
        return String.join("  ", cells);
    }
}

package socketlab.reference;

import java.io.IOException;
import java.util.List;

/**
 * A program of a group.
 *
 * @param name   as {@code --only} takes it
 * @param kind   whose it is
 * @param beside the bare code that does the same work; empty: none
 */
record Contestant(String name, Kind kind, String beside, Command command) {

    enum Kind { C, BARE, OURS, OTHERS }

    /** Its command line; throws {@link LeftOutException} where the system lacks something. */
    interface Command {
        /** The port is that of the server for a load client; a server takes any free one. */
        List<String> line(Programs programs, int port) throws IOException;
    }

    /** Ours and what it is measured with are in every run; other people's servers are not in a quick one. */
    boolean inQuickRun() {
        return kind != Kind.OTHERS;
    }
}

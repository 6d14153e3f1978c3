package socketlab.lab.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import socketlab.load.log.RequestLog;
import socketlab.results.files.RunFiles;
import socketlab.results.files.ServedRow;

/** The folder in which a server under test leaves what it recorded. */
public record ServedFolder(Path folder) {
    private static final long SLACK_US = 1000;   // two processes may read the clock a little differently

    /** Makes the folder inside the run's own. */
    public static ServedFolder in(Path run) throws IOException {
        return new ServedFolder(Files.createDirectories(run.resolve("served")));
    }

    /**
     * Reads what the server recorded since this load began (older rows are from the warm-up), and deletes the folder.
     *
     * @param log   the client's record of the same load
     * @param round the number that its rows get
     */
    public List<ServedRow> take(RequestLog log, int round) throws IOException {
        List<ServedRow> rows = new ArrayList<>();
        RunFiles written = RunFiles.in(folder);
        long begin = log.size() == 0 ? 0 : log.intendedUs(0) - SLACK_US;
        if (written.hasServed()) {
            written.readServed(row -> {
                if (row.serviceStartUs() >= begin) {
                    rows.add(row.inRound(round));
                }
            });
            Files.delete(folder.resolve("served.csv"));
        }
        Files.delete(folder);
        return rows;
    }
}

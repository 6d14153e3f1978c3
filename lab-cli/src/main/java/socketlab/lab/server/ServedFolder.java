package socketlab.lab.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import socketlab.load.log.RequestLog;
import socketlab.load.loop.ProbeResult;
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
     * Reads what the server recorded of this load, and deletes the folder. Older rows are from the warm-up; those of the
     * probe, which comes after the load, belong to no request.
     *
     * @param log   the client's record of the same load; the rows' times count from its beginning
     * @param round the number that its rows get
     */
    public List<ServedRow> take(RequestLog log, Optional<ProbeResult> probe, int round) throws IOException {
        List<ServedRow> rows = new ArrayList<>();
        RunFiles written = RunFiles.in(folder);
        long begin = log.size() == 0 ? 0 : log.intendedUs(0) - SLACK_US;
        if (written.hasServed()) {
            written.readServed(row -> {
                if (row.serviceStartUs() >= begin && probe.stream().noneMatch(one -> isOf(one, row))) {
                    rows.add(row.inRound(round, log.startedUs()));
                }
            });
        }
        delete();
        return rows;
    }

    /** Deletes the folder; what a server that crashed has left there is not complete. */
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A client of the load may have had the same port before. */
    private static boolean isOf(ProbeResult probe, ServedRow row) {
        return probe.ports().contains(row.clientPort()) && row.acceptedUs() >= probe.startedUs() - SLACK_US;
    }
}

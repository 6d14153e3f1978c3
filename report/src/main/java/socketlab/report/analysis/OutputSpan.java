package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import socketlab.results.files.OutputLine;

/** A line that a program printed, and until when it lasts: a bar where it lasts, else a moment. */
public record OutputSpan(OutputLine line, long endUs) {

    /** The lines by name, sorted; one that never ends lasts until the last line. */
    public static Map<String, List<OutputSpan>> byWho(List<OutputLine> lines) {
        boolean named = lines.stream().anyMatch(line -> !line.who().isEmpty());
        Map<String, List<OutputSpan>> all = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            OutputLine line = lines.get(i);
            if (!named || !line.who().isEmpty()) {
                all.computeIfAbsent(line.who(), who -> new ArrayList<>()).add(new OutputSpan(line, end(lines, i)));
            }
        }
        return all;
    }

    private static long end(List<OutputLine> lines, int i) {
        OutputLine line = lines.get(i);
        return !line.lasts() ? line.atUs() : lines.subList(i + 1, lines.size()).stream()
                .filter(later -> later.who().equals(line.who())).mapToLong(OutputLine::atUs).findFirst()
                .orElse(lines.getLast().atUs());
    }

    /** Whether the program waits meanwhile. */
    public boolean waiting() {
        return line.saysWaiting() && line.lasts();
    }

    /** Its duration in milliseconds; 0 for a moment. */
    public double lastsMs() {
        return (endUs - line.atUs()) / 1e3;
    }
}

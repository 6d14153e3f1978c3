package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import socketlab.results.files.OutputLine;

/** What one of a program's threads said, and until when it went on: a bar where it lasted, else a moment. */
public record OutputSpan(OutputLine said, long endUs) {

    /** For each who speaks, by name; an end that never came is the end of all. */
    public static Map<String, List<OutputSpan>> byWho(List<OutputLine> lines) {
        boolean named = lines.stream().anyMatch(said -> !said.who().isEmpty());
        Map<String, List<OutputSpan>> all = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            OutputLine said = lines.get(i);
            if (!named || !said.who().isEmpty()) {
                all.computeIfAbsent(said.who(), who -> new ArrayList<>()).add(new OutputSpan(said, end(lines, i)));
            }
        }
        return all;
    }

    private static long end(List<OutputLine> lines, int i) {
        OutputLine said = lines.get(i);
        return !said.lasts() ? said.atUs() : lines.subList(i + 1, lines.size()).stream()
                .filter(later -> later.who().equals(said.who())).mapToLong(OutputLine::atUs).findFirst()
                .orElse(lines.getLast().atUs());
    }

    public boolean waiting() {
        return said.saysWaiting() && said.lasts();
    }

    public double lastsMs() {
        return (endUs - said.atUs()) / 1e3;
    }
}

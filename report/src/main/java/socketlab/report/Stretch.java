package socketlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one of a program's threads said, and until when it went on: a bar where it lasted, else a moment. */
record Stretch(Said said, long endUs) {

    /** For each who speaks, by name; an end that never came is the end of all. */
    static Map<String, List<Stretch>> byWho(List<Said> lines) {
        boolean named = lines.stream().anyMatch(said -> !said.who().isEmpty());
        Map<String, List<Stretch>> all = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Said said = lines.get(i);
            if (!named || !said.who().isEmpty()) {
                all.computeIfAbsent(said.who(), who -> new ArrayList<>()).add(new Stretch(said, end(lines, i)));
            }
        }
        return all;
    }

    private static long end(List<Said> lines, int i) {
        Said said = lines.get(i);
        return !said.goesOn() ? said.us() : lines.subList(i + 1, lines.size()).stream()
                .filter(later -> later.who().equals(said.who())).mapToLong(Said::us).findFirst()
                .orElse(lines.getLast().us());
    }

    boolean waiting() {
        return said.isWaiting() && said.goesOn();
    }

    double lastsMs() {
        return (endUs - said.us()) / 1e3;
    }
}

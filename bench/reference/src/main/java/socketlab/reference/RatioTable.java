package socketlab.reference;

import static socketlab.report.text.Formats.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import socketlab.report.bench.ReferenceGroup;
import socketlab.report.bench.ReferenceRatio;
import socketlab.report.bench.ReferenceRow;

/** A group as plain text in aligned columns. */
final class RatioTable {
    private RatioTable() {}

    static String of(ReferenceGroup group) {
        boolean counted = group.rows().stream().anyMatch(row -> !row.perSecond().isEmpty());
        List<List<String>> lines = new ArrayList<>();
        List<String> headings = new ArrayList<>(List.of("", group.unit(), "beside", counted ? "cheaper (99 %)"
                : "better (99 %)"));
        if (counted) {
            headings.addAll(List.of("per second", "faster (99 %)"));
        }
        lines.add(headings);
        group.rows().forEach(row -> lines.add(cells(group, row, counted)));
        StringBuilder text = new StringBuilder(format("%s: %s; %s\n", group.name(), group.title(), rounds(group)));
        for (List<String> line : lines) {
            text.append(aligned(line, lines).stripTrailing()).append('\n');
        }
        group.leftOut().forEach(why -> text.append("left out: ").append(why).append('\n'));
        return text.toString();
    }

    private static String rounds(ReferenceGroup group) {
        long rounds = group.rows().stream().mapToLong(row -> row.cost().size()).max().orElse(0);
        return rounds + (rounds == 1 ? " round" : " rounds") + (group.disturbed() == 0 ? "" : ", " + group.disturbed()
                + " of them disturbed");
    }

    private static List<String> cells(ReferenceGroup group, ReferenceRow row, boolean counted) {
        Optional<ReferenceRow> beside = group.beside(row);
        List<String> cells = new ArrayList<>(List.of(row.name(), row.costText(), beside.map(ReferenceRow::name)
                .orElse(""),
                beside.flatMap(other -> ReferenceGroup.costRatio(row, other)).map(ReferenceRatio::text).orElse("")));
        if (counted) {
            cells.add(format("%,.0f", row.medianPerSecond()));
            cells.add(beside.flatMap(other -> ReferenceGroup.speedRatio(row, other)).map(ReferenceRatio::text).orElse(""));
        }
        return cells;
    }

    /** Names to the left, figures to the right. */
    private static String aligned(List<String> line, List<List<String>> lines) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < line.size(); column++) {
            int at = column;
            int width = lines.stream().mapToInt(other -> other.get(at).length()).max().orElseThrow();
            cells.add(format("%" + (column == 0 || column == 2 ? "-" : "") + Math.max(1, width) + "s", line.get(column)));
        }
        return String.join("  ", cells);
    }
}

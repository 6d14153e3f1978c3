package socketlab.report.bench;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import socketlab.results.files.PrintableText;

/**
 * What was measured in the same rounds.
 *
 * @param name as {@code --only} takes it
 * @param title what was done, in a few words
 * @param unit of {@link ReferenceRow#cost}: {@code µs CPU}
 * @param leftOut what this system lacks, or what did not start, a line each
 * @param disturbed rounds during which something else used the machine, even when repeated
 */
public record ReferenceGroup(String name, String title, String unit, List<ReferenceRow> rows, List<String> leftOut,
        int disturbed) {
    private static final int MOST_ROWS = 100;

    /** Of a file that may be anybody's: texts as they may be shown. */
    public ReferenceGroup {
        name = PrintableText.of(Objects.requireNonNullElse(name, ""));
        title = PrintableText.of(Objects.requireNonNullElse(title, ""));
        unit = PrintableText.of(Objects.requireNonNullElse(unit, ""));
        rows = rows == null ? List.of() : rows.stream().filter(Objects::nonNull).limit(MOST_ROWS).toList();
        leftOut = leftOut == null ? List.of() : leftOut.stream().map(String::valueOf).map(PrintableText::of).limit(MOST_ROWS)
                .toList();
    }

    /** The row that this one stands beside; empty where it has none, or that one was not measured. */
    public Optional<ReferenceRow> beside(ReferenceRow row) {
        return rows.stream().filter(other -> other.name().equals(row.beside())).findFirst();
    }

    /** The cost of the other in each round through this one's: above 1 this one is cheaper; empty below two rounds. */
    public static Optional<ReferenceRatio> costRatio(ReferenceRow row, ReferenceRow beside) {
        return ReferenceRatio.of(row.cost(), beside.cost());
    }

    /** This one's requests a second through the other's: above 1 this one is faster; empty below two rounds. */
    public static Optional<ReferenceRatio> speedRatio(ReferenceRow row, ReferenceRow beside) {
        return ReferenceRatio.of(beside.perSecond(), row.perSecond());
    }
}

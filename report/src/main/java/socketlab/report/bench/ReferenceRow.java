package socketlab.report.bench;

import java.util.List;
import java.util.Objects;
import socketlab.report.text.Formats;
import socketlab.results.files.PrintableText;

/**
 * One program of a group, with a figure for each round; the figures of a round stand at the same place in every row.
 *
 * @param beside the name of the row that it is compared with: bare code that does the same work; empty: none
 * @param cost in the group's unit, less is better
 * @param perSecond requests or deliveries; empty where none were counted
 */
public record ReferenceRow(String name, String beside, List<Double> cost, List<Double> perSecond) {
    private static final int MOST_ROUNDS = 1_000;

    public ReferenceRow {
        name = PrintableText.of(Objects.requireNonNullElse(name, ""));
        beside = PrintableText.of(Objects.requireNonNullElse(beside, ""));
        cost = positive(cost);
        perSecond = positive(perSecond);
    }

    /** A file may hold anything; no ratio can be made of what is not a positive number. */
    private static List<Double> positive(List<Double> figures) {
        List<Double> some = figures == null ? List.of() : figures.stream().limit(MOST_ROUNDS).toList();
        return some.stream().allMatch(one -> one != null && one > 0 && Double.isFinite(one)) ? some : List.of();
    }

    /** The median of the rounds; NaN without any. */
    public double medianCost() {
        return ReferenceRatio.median(cost);
    }

    /** It with two digits behind the point, or three below 1; a dash without any round. */
    public String costText() {
        return cost.isEmpty() ? "-" : Formats.format(medianCost() < 1 ? "%.3f" : "%.2f", medianCost());
    }

    /** The median of the rounds; NaN where nothing was counted. */
    public double medianPerSecond() {
        return ReferenceRatio.median(perSecond);
    }
}

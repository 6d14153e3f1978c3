package socketlab.report.prose;

import java.util.ArrayList;
import java.util.List;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.Ranking;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.text.Formats;
import socketlab.results.JudgedLatency;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.statistics.RoundFigure;

/**
 * What differs between the models of a run, in words. A difference is named only where repeated rounds support it; of one
 * run each nothing is claimed.
 */
public final class DifferenceText {
    /** To follow what is shown. */
    static final String NO_CLAIM = "one run each: no claim";
    private static final int NAMED = 3;

    private DifferenceText() {}

    /** Sentences about every figure of a run; none of a run with one model. */
    public static List<String> of(Run run) {
        if (ModelSeries.of(run).size() < 2) {
            return List.of();
        }
        List<Ranking> rankings = Ranking.of(atHighestLevel(run), figures(run));
        if (rankings.stream().allMatch(ranking -> ranking.rounds() < 2)) {
            return List.of("One run each: no claim about differences between the models. With --repeat 7 the lab measures seven"
                    + " rounds and says what differs.");
        }
        return rankings.stream().filter(ranking -> ranking.rounds() >= 2)
                .map(ranking -> begin(sentence(ranking, at(run))) + ". " + power(ranking)).toList();
    }

    private static List<RoundFigure> figures(Run run) {
        List<RoundFigure> figures = new ArrayList<>(List.of(latency(run)));
        if (!run.load().burst()) {
            figures.addAll(List.of(RoundFigure.P99, RoundFigure.THROUGHPUT));
        }
        if (!run.load().foreign()) {
            figures.addAll(List.of(RoundFigure.CPU, RoundFigure.MEMORY));
        }
        return figures;
    }

    /** The figure of a run's latency: what its prediction is judged by. */
    static RoundFigure latency(Run run) {
        return JudgedLatency.of(run.load()) == JudgedLatency.MAX ? RoundFigure.MAX : RoundFigure.P50;
    }

    /** The results of a run at its highest level: all of them where it has one. */
    static List<ModelResult> atHighestLevel(Run run) {
        SweepVariable variable = SweepVariable.of(run);
        double highest = run.models().stream().mapToDouble(variable::at).max().orElse(0);
        return run.models().stream().filter(result -> variable.at(result) == highest && result.chat() == null).toList();
    }

    private static String at(Run run) {
        SweepVariable variable = SweepVariable.of(run);
        return ModelSeries.several(run)
                ? " " + variable.text(run.models().stream().mapToDouble(variable::at).max().orElse(0)) : "";
    }

    /**
     * The title of a chart.
     *
     * @param shown what the chart shows: the title where nothing can be claimed
     */
    public static String title(Run run, RoundFigure figure, String shown) {
        List<ModelResult> results = atHighestLevel(run);
        List<ModelResult> sound = results.stream().filter(ModelResult::sound).toList();
        if (sound.isEmpty()) {
            return Headline.of(run);
        }
        Ranking ranking = Ranking.of(results, List.of(figure)).getFirst();
        return (results.size() == 1 ? shown : ranking.rounds() < 2 ? shown + ", " + NO_CLAIM : sentence(ranking, at(run)))
                + Failures.suffix(run);
    }

    /** {@code p50 is lowest in select, 1.2 ms}; {@code p50 is lowest in select or poll, which 7 rounds do not tell apart}. */
    public static String sentence(Ranking ranking, String at) {
        String what = ranking.figure().text() + at;
        List<String> best = ranking.best();
        String rounds = Formats.spelled(ranking.rounds()) + " rounds";
        if (!ranking.tells()) {
            return what + ": " + rounds + " show no difference between "
                    + Formats.some(best, "the %s models");
        }
        String extreme = ranking.figure().lessIsBetter() ? " is lowest in " : " is highest in ";
        if (best.size() == 1) {
            return what + extreme + best.getFirst() + ", " + text(ranking.figure(), ranking.value(best.getFirst()));
        }
        if (best.size() <= NAMED) {
            return what + extreme + Formats.list(best).replace(" and ", " or ") + ", which " + rounds + " do not tell apart";
        }
        List<String> beaten = ranking.values().keySet().stream().filter(model -> !best.contains(model)).toList();
        return what + (ranking.figure().lessIsBetter() ? " is not lowest in " : " is not highest in ")
                + Formats.some(beaten, "%s models") + "; " + rounds + " do not tell the other " + Formats.spelled(best.size())
                + " apart";
    }

    /** As the begin of a sentence: with a capital letter, but p50 and p99 keep their names. */
    static String begin(String text) {
        return text.matches("p\\d.*") ? text : Formats.capital(text);
    }

    /** What so many rounds can find: {@code Seven rounds can find a difference of 8 % and more.} */
    public static String power(Ranking ranking) {
        double[] least = ranking.detectable();
        String from = share(least[0]);
        String to = share(least[least.length - 1]);
        return Formats.capital(Formats.spelled(ranking.rounds())) + " rounds can find a difference of " + (from.equals(to)
                ? from + " and more." : from + " between the steadiest two models, of " + to + " between the least steady.");
    }

    /** A ratio above 1 as a difference: {@code 8 %}; large ones as {@code a factor of 5}. */
    public static String share(double ratio) {
        return ratio < NAMED ? Formats.format("%.0f %%", Math.ceil(100 * (ratio - 1))) : Formats.format(ratio < 100
                ? "a factor of %.0f" : "a factor above 100", Math.ceil(ratio));
    }

    /** A value of a figure with its unit. */
    public static String text(RoundFigure figure, double value) {
        return switch (figure) {
            case P50, P99, MAX, CPU -> Formats.time(value);
            case THROUGHPUT -> Formats.rate(value);
            case THREADS -> Formats.number(Math.round(value));
            case MEMORY -> Formats.bytes(Math.round(value));
        };
    }
}

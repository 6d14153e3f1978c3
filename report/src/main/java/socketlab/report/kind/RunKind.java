package socketlab.report.kind;

import java.io.IOException;
import java.util.List;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.DifferenceText;
import socketlab.report.prose.Finding;
import socketlab.report.prose.Headline;
import socketlab.report.prose.LoadSentence;
import socketlab.report.prose.Questions;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.files.RunFiles;

/**
 * What kind of load a run was. Open or closed loop, transport, foreign server and prediction are data, not kinds: a
 * column or a note appears where its value is there.
 */
public sealed interface RunKind permits BurstRun, StreamRun, SweepRun, IdleRun, ChatRun {

    /** The kind of a run: a chat, else a sweep, else one with idle clients, else a burst, else a stream of requests. */
    static RunKind of(Run run) {
        if (run.models().stream().anyMatch(model -> model.chat() != null)) {
            return new ChatRun(run);
        }
        if (SweepVariable.of(run) != SweepVariable.IDLE && ModelSeries.several(run)) {
            return new SweepRun(run);
        }
        if (ModelSeries.anyIdle(run)) {
            return new IdleRun(run);
        }
        return run.load().burst() ? new BurstRun(run) : new StreamRun(run);
    }

    Run run();

    /** The finding of the whole run in one sentence, without a full stop. */
    default String headline() {
        return Headline.of(run());
    }

    /** The load in one sentence; it stands under the title of every chart. */
    default String loadSentence() {
        return LoadSentence.ofRequests(run());
    }

    /** A line per model, in the order of the run. */
    default List<ModelSeries> series() {
        return ModelSeries.of(run());
    }

    /** One model's finding without its name: complete sentences. */
    String finding(ModelSeries series);

    /** A finding per model, in the order of the run, for a page. */
    default List<String> findings() {
        return series().stream()
                .map(series -> Finding.of(run().load(), series.steps().getLast(), finding(series))).toList();
    }

    /** The same in ASCII, for a terminal. */
    default List<String> plainFindings() {
        return findings().stream().map(Formats::plain).toList();
    }

    /** What differs between the models, as far as repeated rounds tell; a sentence for each figure. */
    default List<String> differences() {
        return DifferenceText.of(run());
    }

    /** The same in ASCII, for a terminal. */
    default List<String> plainDifferences() {
        return differences().stream().map(Formats::plain).toList();
    }

    /** The columns of the table, on a terminal and on a page; the model's name is not among them. */
    default List<ResultColumn> columns() {
        return RequestColumns.ofRequests(run());
    }

    /**
     * The charts that the run's results can fill, in the order of the page.
     *
     * @throws IOException when a file is missing or damaged
     */
    default List<RunChart> charts(RunFiles files) throws IOException {
        return RequestCharts.of(this, files);
    }

    /** At most five questions about this run's own numbers. */
    default List<String> questions() {
        return Questions.of(run());
    }

    /** What tells a result from the others of its run: {@code select}, {@code select at 800/s}. */
    default String label(ModelResult result) {
        SweepVariable variable = SweepVariable.of(run());
        return ModelSeries.several(run()) ? result.model() + " " + variable.text(variable.at(result)) : result.label();
    }
}

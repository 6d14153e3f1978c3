package socketlab.report.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.SampleLoad;
import socketlab.report.draw.Colors;
import socketlab.report.draw.RenderedChart;
import socketlab.report.draw.RunChart;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.QueueComparison;
import socketlab.results.Run;
import socketlab.results.files.RequestRow;
import socketlab.results.files.RunFiles;
import socketlab.results.files.ServedRow;
import socketlab.results.statistics.ModelSummary;
import socketlab.results.statistics.PollaczekKhinchine;

/** A simulated queue that follows the theory exactly, and some that do not. */
class PollaczekKhinchineTest {
    private static final long SERVICE_US = 10_000;
    private static final long WAY_US = 150;
    private static final int MANY = 40_000;

    private final List<RequestRow> requests = new ArrayList<>();
    private final List<ServedRow> served = new ArrayList<>();

    @Test
    void aSimulatedQueueAgreesWithTheory() {
        for (int percent : new int[] {20, 50, 80, 95}) {
            QueueComparison queue = queue(percent, MANY).orElseThrow();
            double busy = percent / 100.0;
            assertThat(queue.busyPercent()).isCloseTo(percent, within(0.01));
            assertThat(queue.serviceMs()).isCloseTo(10, within(0.01));
            assertThat(queue.expectedWaitMs()).isCloseTo(busy * 10 / (2 * (1 - busy)), within(0.01 / (1 - busy)));
            assertThat(queue.agrees()).as("%d %%: %s", percent, queue).isTrue();
        }
    }

    @Test
    void arrivalsInPairsWaitLongerThanTheory() {
        arrive(50, MANY, 2);
        QueueComparison queue = PollaczekKhinchine.of(load(50), 1, requests, served).orElseThrow();
        assertThat(queue.agrees()).isFalse();
        assertThat(queue.lowMs()).isGreaterThan(1.5 * queue.expectedWaitMs());
    }

    @Test
    void fewRequestsGiveAMeanWithoutAnInterval() {
        QueueComparison queue = queue(80, 400).orElseThrow();
        assertThat(queue.waitMs()).isPositive();
        assertThat(queue.lowMs()).isNull();
        assertThat(queue.agrees()).isFalse();
    }

    @Test
    void loadsOutsideOfTheFormulaHaveNoComparison() {
        assertThat(queue(120, 1000)).as("more than the server can do").isEmpty();
        arrive(50, 1000, 1);
        assertThat(PollaczekKhinchine.of(load(50), null, requests, served)).as("all in service at once").isEmpty();
        assertThat(PollaczekKhinchine.of(load(50), 4, requests, served)).as("four in service at once").isEmpty();
        assertThat(PollaczekKhinchine.of(load(50), 1, requests, List.of())).as("a server that does not tell").isEmpty();
        assertThat(PollaczekKhinchine.of(load("closed", "", 0), 1, requests, served)).as("a closed loop").isEmpty();
        assertThat(PollaczekKhinchine.of(load("open", "uniform", 50), 1, requests, served)).as("by the clock").isEmpty();
        RequestRow one = requests.removeLast();
        requests.add(new RequestRow(one.model(), 1, one.request(), 1, one.clientPort(), one.intendedUs(), one.connectUs(),
                one.connectedUs(), one.sentUs(), -1, -1, Outcome.TIMEOUT));
        assertThat(PollaczekKhinchine.of(load(50), 1, requests, served)).as("one of them failed").isEmpty();
    }

    @Test
    void theFormulaAndTheMeasuredWaitAreInOneChart(@TempDir Path folder) throws IOException {
        Run sample = SampleLoad.sweep(folder, "rate", List.of("single"), List.of(20, 50, 80, 95), 1);
        List<ModelResult> steps = new ArrayList<>();
        for (int percent : new int[] {95, 20, 80, 50}) {
            arrive(percent, percent == 95 ? 3000 : 20_000, 1);
            steps.add(ModelSummary.of("single", 1, "tcp", load(percent), requests, served, List.of())
                    .withLevel(1000, percent));
        }
        Run run = new Run(sample.origin(), sample.environment(), sample.serverSettings(), load(20), steps);
        RunChart chart = RunKind.of(run).charts(RunFiles.in(folder)).get(1);
        RenderedChart.of(chart).save(folder);
        assertThat(chart.name()).isEqualTo("queue");
        assertThat(chart.title()).matches(
                "The mean wait agrees with theory, up to \\d+\\.\\d ms at a utilisation of 80 %");
        assertThat(Colors.count(folder.resolve("queue.png"), "single")).isGreaterThan(1000);
        assertThat(RunKind.of(run).plainFindings().getFirst()).containsPattern(
                "Khinchine: 1\\.\\d\\d ms \\(95 %: 1\\.\\d\\d ms to "
                        + "1\\.\\d\\d ms\\) and 1\\.25 ms at a utilisation of 20 %; .*; \\d+\\.\\d ms and 9\\d\\.\\d ms at a utilisation of 95 %\\.");
    }

    private Optional<QueueComparison> queue(int percent, int count) {
        arrive(percent, count, 1);
        return PollaczekKhinchine.of(load(percent), 1, requests, served);
    }

    /** @param together how many come at the same moment */
    private void arrive(int percent, int count, int together) {
        requests.clear();
        served.clear();
        Random random = new Random(7);
        double came = 1000;
        long free = 0;
        for (int i = 0; i < count; i++) {
            came += i % together > 0 ? 0 : -Math.log(1 - random.nextDouble()) * together * SERVICE_US * 100 / percent;
            long moment = Math.round(came);
            long turn = moment < free ? free : moment + WAY_US;
            free = turn + SERVICE_US;
            requests.add(new RequestRow("single", 1, i + 1, i + 1, 1024 + i, moment, moment, moment, moment, free, free,
                    Outcome.OK));
            served.add(new ServedRow("single", 1, i + 1, 1024 + i, 1, turn, turn, free));
        }
    }

    private static LoadSettings load(double perSecond) {
        return load("open", "poisson", perSecond);
    }

    private static LoadSettings load(String loop, String arrivals, double perSecond) {
        return new LoadSettings("sleep", loop, 1000, 0, 10, new Connections(false, false, 4096)).withSchedule(
                new LoadSettings.Schedule(perSecond, arrivals, 7, 10_000, 0, 0,
                        new LoadSettings.Sweep(LoadSettings.Sweep.RATE, List.of()), null));
    }
}

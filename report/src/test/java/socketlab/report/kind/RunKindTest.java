package socketlab.report.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.SampleChat;
import socketlab.report.SampleLoad;
import socketlab.report.SampleSweep;
import socketlab.report.draw.RunChart;
import socketlab.report.page.PageTable;
import socketlab.report.page.TextTable;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.files.RunFiles;

class RunKindTest {
    private static final List<String> TWO = List.of("single", "select");

    @TempDir
    private Path folder;

    @Test
    void aRunIsAChatBeforeASweepBeforeIdleClientsBeforeABurst() throws IOException {
        Run burst = SampleRun.write(folder, TWO, 5, 5, 1000, 0);
        Run stream = SampleRun.write(folder, TWO, 5, 50, 10, 0);
        Run idle = SampleSweep.write(folder, TWO, List.of(1000));
        Run sweep = SampleLoad.sweep(folder, "clients", TWO, List.of(1, 10), 1);
        Run chat = SampleChat.write(folder, TWO, 5, 5);
        assertThat(List.of(burst, stream, idle, sweep, chat)).extracting(run -> RunKind.of(run).getClass().getSimpleName())
                .containsExactly("BurstRun", "StreamRun", "IdleRun", "SweepRun", "ChatRun");
        Run sweepWithIdle = sweep.withModels(sweep.models().stream()
                .map(model -> model.withIdle(new ModelResult.Idle(10, 0, 0))).toList());
        assertThat(RunKind.of(sweepWithIdle)).isInstanceOf(SweepRun.class);
        Run sweepOfOneStep = sweep.withModels(sweep.models().subList(0, 1));
        assertThat(RunKind.of(sweepOfOneStep)).as("one step is no sweep").isInstanceOf(StreamRun.class);
        assertThat(RunKind.of(burst.withModels(List.of()))).as("nothing was measured").isInstanceOf(BurstRun.class);
    }

    @Test
    void everyKindHasAHeadlineAFindingPerModelColumnsChartsWithCaptionsAndQuestions() throws IOException {
        assertComplete(SampleRun.write(folder.resolve("burst"), TWO, 5, 5, 1000, 0), "burst");
        assertComplete(SampleRun.write(folder.resolve("stream"), TWO, 5, 200, 10, 0), "stream");
        assertComplete(SampleSweep.write(folder.resolve("idle"), TWO, List.of(1000)), "idle");
        assertComplete(SampleSweep.write(folder.resolve("idles"), TWO, List.of(10, 1000)), "idles");
        assertComplete(SampleLoad.sweep(folder.resolve("sweep"), "rate", TWO, List.of(100, 1000), 1), "sweep");
        assertComplete(SampleChat.write(folder.resolve("chat"), TWO, 5, 5), "chat");
    }

    private void assertComplete(Run run, String name) throws IOException {
        RunKind kind = RunKind.of(run);
        assertThat(kind.headline()).as(name).isNotBlank().doesNotEndWith(".");
        assertThat(kind.loadSentence()).as(name).startsWith(run.load().closed() ? "Closed loop, " : "Open loop, ").endsWith(".");
        assertThat(kind.findings()).as(name).hasSize(2).allMatch(finding -> finding.endsWith("."));
        assertThat(kind.questions()).as(name).hasSizeBetween(1, 5);
        assertThat(kind.columns()).as(name).extracting(ResultColumn::heading).contains("p50", "p99", "max", "threads", "RSS",
                "CPU");
        List<RunChart> charts = kind.charts(RunFiles.in(folder.resolve(name)));
        assertThat(charts).as(name).isNotEmpty().allSatisfy(chart -> {
            assertThat(chart.caption()).as(chart.name()).startsWith("How to read it: ").endsWith(".");
            assertThat(chart.title()).as(chart.name()).isNotBlank();
            assertThat(chart.figure().subtitle()).as(chart.name()).contains(" loop, ");
        });
        assertThat(charts).as(name).extracting(RunChart::name).doesNotHaveDuplicates();
    }

    @Test
    void aColumnDiffersOnATerminalAndOnAPageOnlyInItsUnit() throws IOException {
        Run run = SampleRun.write(folder, TWO, 5, 5, 1000, 0);
        assertThat(TextTable.of(run).lines().toList().get(1)).matches("single +5 +0 +3\\.00 s +5\\.00 s .*");
        PageTable page = PageTable.of(run);
        assertThat(page.headings()).startsWith("ok", "errors", "p50 (s)", "p99 (s)", "max (s)").contains("predicted (s)");
        assertThat(page.rows().getFirst().cells()).startsWith("5", "0", "3.00", "5.00", "5.00");
        assertThat(page.headings()).hasSameSizeAs(page.rows().getFirst().cells());
    }

    @Test
    void theCpuTimeOfAFewRequestsIsNoZero() {
        ModelResult few = new ModelResult(null, null, null, null, null, new ModelResult.Resources(16, 1, 4.2), null);
        ResultColumn cpu = ResultColumn.resources().getLast();
        assertThat(cpu.text().apply(few)).isEqualTo("4.2 ms");
        assertThat(cpu.page().apply(List.of(few))).isEqualTo(new ResultColumn.PageColumn("CPU (s)", List.of("0.0042")));
    }

    @Test
    void aColumnIsThereWhereItsValuesAreWhateverTheKind() throws IOException {
        Run open = SampleLoad.paused(folder, TWO);
        assertThat(PageTable.of(open).headings()).contains("late", "unsent", "in flight")
                .doesNotContain("idle", "max off %");
        Run idle = SampleSweep.write(folder, TWO, List.of(1000));
        assertThat(PageTable.of(idle).headings()).contains("idle", "KiB/idle").doesNotContain("late", "max off %");
        Run chat = SampleChat.writeBesideSlowReader(folder, List.of("threaded", "select"), 5, 50);
        assertThat(PageTable.of(chat).headings()).contains("slow reader", "duplicate").doesNotContain("wrong", "ok");
        assertThat(TextTable.of(chat)).contains("wrong").doesNotContain("duplicate");
    }

    @Test
    void aResultIsNamedByItsStepOrItsSlowReader() throws IOException {
        Run sweep = SampleLoad.sweep(folder, "rate", List.of("select"), List.of(800, 1600), 1);
        assertThat(RunKind.of(sweep).series().getFirst().steps()).extracting(RunKind.of(sweep)::label)
                .containsExactly("select at 800/s", "select at 1,600/s");
        Run chat = SampleChat.writeBesideSlowReader(folder, List.of("virtual"), 5, 50);
        assertThat(chat.models()).extracting(RunKind.of(chat)::label)
                .containsExactly("virtual", "virtual beside a slow reader");
        Run burst = SampleRun.write(folder, TWO, 5, 5, 1000, 0);
        assertThat(burst.models()).extracting(RunKind.of(burst)::label).containsExactly("single", "select");
    }
}

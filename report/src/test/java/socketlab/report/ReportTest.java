package socketlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.charts.Timeline;
import socketlab.report.draw.Colors;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.RunChart;
import socketlab.report.kind.RunKind;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.results.Environment;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.ServerSettings;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;

class ReportTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"5, 5, 1000, 0", "100, 100, 100, 7", "50, 5000, 10, 0", "10, 500, 0, 0", "1, 1, 1000, 0"})
    void everyModelIsInEveryChart(int clients, int requests, double delayMs, int failing) throws IOException {
        SampleRun.write(folder, SampleRun.NINE, clients, requests, delayMs, failing);
        Report.draw(folder);
        for (String name : delayMs > 0 ? List.of("timeline", "latency") : List.of("timeline", "shares")) {
            assertThat(Colors.in(folder.resolve("charts/" + name + ".png"))).as(name)
                    .containsAll(Colors.of(SampleRun.NINE));
            assertThat(folder.resolve("charts/" + name + ".svg")).content().contains("</svg>");
        }
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        SampleRun.write(folder, SampleRun.FIVE, 5, 5, 1000, 2);
        Report.draw(folder);
        byte[] png = bytes("charts/timeline.png");
        byte[] svg = bytes("charts/latency.svg");
        byte[] page = bytes("report.html");
        Report.draw(folder);
        assertThat(bytes("charts/timeline.png")).isEqualTo(png);
        assertThat(bytes("charts/latency.svg")).isEqualTo(svg);
        assertThat(bytes("report.html")).isEqualTo(page);
    }

    @Test
    void aLostDatagramHasAMarkOfItsOwn() throws IOException {
        Run run = SampleRun.write(folder, List.of("udp", "pool:4"), 5, 5, 1000, 2);
        List<RequestSeries> all = RequestSeries.of(RunFiles.in(folder), run);
        assertThat(Timeline.of(run, "", all).figure().keys()).extracting(LegendEntry::text)
                .contains("failed here", "lost: given up here");
        assertThat(Timeline.of(run, "", all).caption()).contains("A cross", "is a failed request", "A ring",
                "is a lost datagram");
        Run lossless = SampleRun.write(folder, List.of("pool:4"), 5, 5, 1000, 2);
        assertThat(Timeline.of(lossless, "", RequestSeries.of(RunFiles.in(folder), lossless)).figure().keys()).extracting(
                LegendEntry::text)
                .contains("failed here").doesNotContain("lost: given up here");
        assertThat(Timeline.of(lossless, "", RequestSeries.of(RunFiles.in(folder), lossless)).caption()).doesNotContain("ring");
    }

    @Test
    void aSilentClientHasABarUntilTheServerClosesItsConnection() throws IOException {
        Run run = SampleRun.write(folder, List.of("single"), 5, 5, 1000, 0);
        Run silent = run.withModels(run.models().stream().map(model -> model.withIdle(
                new ModelResult.Idle(2, 15, 1 << 20, Arrays.asList(5000.0, null)))).toList());
        RunFiles.in(folder).writeRun(silent);
        assertThat(RunFiles.in(folder).readRun().models().getFirst().idle().closedMs()).containsExactly(5000.0, null);
        RunChart chart = Timeline.of(silent, "", RequestSeries.of(RunFiles.in(folder), silent));
        assertThat(chart.figure().keys()).extracting(LegendEntry::text).contains("connected and silent");
        assertThat(chart.caption()).contains("hatched bar");
        assertThat(chart.figure().getHeight()).isGreaterThan(
                Timeline.of(run, "", RequestSeries.of(RunFiles.in(folder), run)).figure().getHeight());
    }

    @Test
    void aBarNamesItsClientWhereBarsAreFew() throws IOException {
        Run few = SampleRun.write(folder, List.of("single"), 5, 5, 1000, 0);
        int named = Timeline.of(few, "", RequestSeries.of(RunFiles.in(folder), few)).figure().panels().getFirst().left();
        Run many = SampleRun.write(folder, List.of("single"), 100, 100, 1000, 0);
        int nameless = Timeline.of(many, "", RequestSeries.of(RunFiles.in(folder), many)).figure().panels().getFirst().left();
        assertThat(named).isGreaterThan(nameless);
    }

    @Test
    void theBarsOfAForeignServerAreUndividedAndThePageMayBeElsewhere() throws IOException {
        Run run = SampleRun.write(folder, SampleRun.FIVE, 5, 5, 1000, 0);
        Files.delete(folder.resolve("served.csv"));
        Files.delete(folder.resolve("resources.csv"));
        Path page = folder.resolve("elsewhere.html");
        assertThat(Report.draw(folder, page, false).getFirst()).isEqualTo(page).exists();
        assertThat(folder.resolve("report.html")).doesNotExist();
        assertThat(TimelineText.notes(run, RequestSeries.of(RunFiles.in(folder), run), 100))
                .anySatisfy(note -> assertThat(note).contains("undivided"));
    }

    @Test
    void anInterruptedRunIsDrawnAndSaysSo() throws IOException {
        Run run = SampleRun.write(folder, SampleRun.FIVE, 5, 5, 1000, 0);
        RunFiles.in(folder).writeRequests(List.of());
        RunFiles.in(folder).writeRun(new Run(2, run.origin(), true, List.of("a warning"),
                run.environment(), run.serverSettings(), run.load(), List.of()));
        Report.draw(folder);
        assertThat(folder.resolve("report.html")).content().contains("The run was interrupted", "a warning");
    }

    @Test
    void userInputCannotBecomeHtmlMarkup() throws IOException {
        String evil = "<script>alert(\"x\")</script>";
        Run run = SampleRun.write(folder, List.of(evil, "single"), 5, 5, 1000, 0);
        RunFiles.in(folder).writeRun(new Run(2,
                new Run.Origin("./lab run -m '" + evil + "'", evil, evil), false, List.of(evil),
                new Environment(evil, evil, evil, new Environment.Hardware(evil, 2, 1), new Environment.Limits(1, 1), 0),
                new ServerSettings(1, true, 1, evil, false, 1), run.load(),
                run.models()));
        Report.draw(folder);
        assertThat(folder.resolve("report.html")).content().doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert");
    }

    @Test
    void thePageLoadsNothingFromAnywhere() throws IOException {
        SampleRun.write(folder, SampleRun.NINE, 5, 5, 1000, 0);
        String page = Files.readString(Report.draw(folder));
        assertThat(page).contains("rel=\"icon\" href=\"data:").doesNotContain("<script src", "import ", "@import", "url(",
                "fetch(");
        Matcher reference = Pattern.compile("(?:src|href)=\"([^\"]{0,40})").matcher(page);
        while (reference.find()) {
            assertThat(reference.group(1)).startsWith("data:");
        }
        Matcher image = Pattern.compile("data:image/svg\\+xml;base64,([^\"]+)").matcher(page);
        while (image.find()) {
            String svg = new String(Base64.getDecoder().decode(image.group(1)), StandardCharsets.UTF_8);
            assertThat(svg).doesNotContain("href=\"http", "<image", "<script");
        }
    }

    @Test
    void thePageHasTheFindingTheTableAndTheCommand() throws IOException {
        Run run = SampleRun.write(folder, SampleRun.FIVE, 5, 5, 1000, 2);
        assertThat(Files.readString(Report.draw(folder))).contains(Formats.unbroken(RunKind.of(run).headline()),
                "2 (2 timeout)", "predicted (s)", run.command(), "AMD EPYC 7B13", "(nearest rank)");
    }

    @Test
    void aDamagedFileIsNamedAndNothingIsDrawn() throws IOException {
        SampleRun.write(folder, SampleRun.FIVE, 5, 5, 1000, 0);
        Path served = folder.resolve("served.csv");
        Files.writeString(served, Files.readString(served).replaceFirst("\nthreaded,1,1,", "\nthreaded,1,one,"));
        assertThatThrownBy(() -> Report.draw(folder)).isInstanceOf(ResultsException.class)
                .hasMessageContaining("served.csv line 7: client_id is \"one\"");
        assertThat(folder.resolve("charts")).doesNotExist();
    }

    @Test
    void theNineModelsHaveNineColorsAndAnotherModelAlwaysTheSame() {
        assertThat(SampleRun.NINE).extracting(LabTheme::of).doesNotHaveDuplicates();
        assertThat(LabTheme.of("my-model")).isEqualTo(LabTheme.of("my-model"));
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }
}

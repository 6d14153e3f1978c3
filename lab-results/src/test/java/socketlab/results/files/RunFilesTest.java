package socketlab.results.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.results.files.RequestRow.NEVER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.results.Outcome;
import socketlab.results.Run;
import socketlab.results.SampleRun;

class RunFilesTest {
    private static final RequestRow WHOLE = new RequestRow("single", 1, 1, 1, 5001, 0, 10, 20, 30, 40, 50, Outcome.OK);
    private static final RequestRow REFUSED = new RequestRow("pool:4", 2, 7, 3, 5002, 0, 10, NEVER, NEVER, NEVER, 12,
            Outcome.REFUSED);

    @TempDir
    private Path folder;
    private RunFiles results;

    @BeforeEach
    void open() {
        results = RunFiles.in(folder);
    }

    @Test
    void aRunIsReadAsItWasWritten() throws IOException {
        Run run = SampleRun.write(folder, SampleRun.NINE, 5, 5, 1000, 2);
        assertThat(results.readRun()).isEqualTo(run);
        assertThat(folder.resolve("run.json.tmp")).doesNotExist();
    }

    @Test
    void theKeysOfRunJsonAreTheDocumentedOnes() throws IOException {
        String json = SampleRun.write(folder, SampleRun.FIVE, 5, 5, 1000, 0).toJson();
        assertThat(json).contains("\"delay_ms\"", "\"in_service\" : null", "\"latency_ms\"", "\"p50\"",
                "\"throughput_per_s\"", "\"off_percent\"", "\"threads_peak\"", "\"rss_peak_bytes\"", "\"cpu_ms\"",
                "\"uncorrected_ms\" : null", "\"tcp_nodelay\"", "\"stolen_percent\"", "\"heap_max_bytes\"",
                "\"memory_bytes\"", "\"max_ms\"", "\"kept_connections\"", "\"jvm_flags\"", "\"rate_per_s\"",
                "\"duration_ms\"", "\"warmup_ms\"", "\"sweep\" : \"\"", "\"checks\" : null");
        assertThat(json).startsWith("{").contains("\"schema\" : 1");
        assertThat(json.indexOf("\"schema\"")).isLessThan(json.indexOf("\"command\""));
        assertThat(json.indexOf("\"environment\"")).isLessThan(json.indexOf("\"models\""));
    }

    @Test
    void aFieldOfALaterVersionIsPassedOverAndAMissingOneIsNoFault() throws IOException {
        Files.writeString(folder.resolve("run.json"), """
                { "schema": 1, "weather": "fine", "models": [ { "model": "single", "requests": 5, "mood": 3 } ] }
                """);
        Run run = results.readRun();
        assertThat(run.models()).singleElement().satisfies(model -> {
            assertThat(model.requests()).isEqualTo(5);
            assertThat(model.latencyMs()).isNull();
            assertThat(model.errors()).isEmpty();
        });
        assertThat(run.warnings()).isEmpty();
    }

    @Test
    void everyTableIsReadAsItWasWrittenTheLastRowIncluded() throws IOException {
        List<ServedRow> served = List.of(new ServedRow("single", 3, 5001, 1, 20, 30, NEVER));
        List<ResourceRow> resources = List.of(new ResourceRow("single", 1, 5, 17, 1L << 33, 12.75));
        results.writeRequests(List.of(WHOLE, REFUSED));
        results.writeServed(served);
        results.writeResources(resources);
        List<Object> read = new ArrayList<>();
        results.readRequests(read::add);
        results.readServed(read::add);
        results.readResources(read::add);
        assertThat(read).containsExactly(WHOLE, REFUSED, served.getFirst(), resources.getFirst());
    }

    @Test
    void aMomentNeverReachedIsAnEmptyCell() throws IOException {
        results.writeRequests(List.of(REFUSED));
        assertThat(folder.resolve("requests.csv")).content().isEqualTo("""
                model,round,request,client,client_port,intended_us,connect_us,connected_us,sent_us,first_byte_us,\
                done_us,outcome
                pool:4,2,7,3,5002,0,10,,,,12,refused
                """);
    }

    @Test
    void aNameWithCommasQuotesAndNewlinesBreaksNoRow() throws IOException {
        RequestRow odd = new RequestRow("my \"own\", model\n2", 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, Outcome.OK);
        results.writeRequests(List.of(odd, WHOLE));
        List<RequestRow> read = new ArrayList<>();
        results.readRequests(read::add);
        assertThat(read).containsExactly(odd, WHOLE);
    }

    @Test
    void aDamagedCellIsNamedByFileLineAndColumn() throws IOException {
        results.writeRequests(List.of(WHOLE, REFUSED, WHOLE));
        Path file = folder.resolve("requests.csv");
        Files.writeString(file, Files.readString(file).replace("refused", "sulking"));
        assertThatThrownBy(() -> results.readRequests(row -> { })).isInstanceOf(ResultsException.class)
                .hasMessageContaining("requests.csv line 3: outcome is \"sulking\"").hasMessageNotContaining("\n");
    }

    @Test
    void aLineCutShortIsNamed() throws IOException {
        results.writeServed(List.of(new ServedRow("single", 1, 2, 3, 4, 5, 6)));
        Path file = folder.resolve("served.csv");
        Files.writeString(file, Files.readString(file).replace(",4,5,6", ""));
        assertThatThrownBy(() -> results.readServed(row -> { })).isInstanceOf(ResultsException.class)
                .hasMessageContaining("served.csv line 2: 4 cells where 7 are wanted");
    }

    @Test
    void damagedOrMissingFilesAreToldInOneLine() throws IOException {
        assertThatThrownBy(results::readRun).isInstanceOf(ResultsException.class)
                .hasMessageContaining("run.json is missing; name a folder");
        assertThatThrownBy(() -> results.readResources(row -> { })).hasMessageContaining("resources.csv is missing");
        Files.writeString(folder.resolve("run.json"), "{ \"schema\": 1,\n\n \"models\": [ }");
        assertThatThrownBy(results::readRun).isInstanceOf(ResultsException.class)
                .hasMessageContaining("run.json line 3").hasMessageNotContaining("\n");
        Files.writeString(folder.resolve("run.json"), "{ \"schema\": 2 }");
        assertThatThrownBy(results::readRun).hasMessageContaining("schema 2 is newer than 1");
        Files.writeString(folder.resolve("resources.csv"), "");
        assertThatThrownBy(() -> results.readResources(row -> { })).hasMessageContaining("line 1: the column model");
    }

    @Test
    void aHistogramIsALogThatItsOwnReaderReads() throws IOException {
        results.writeHistogram("pool:4",
                Instant.parse("2026-11-21T04:20:11Z"), LongStream.rangeClosed(1, 100).toArray());
        HistogramLogReader log = new HistogramLogReader(folder.resolve("pool-4.hlog").toFile());
        EncodableHistogram read = log.nextIntervalHistogram();
        assertThat(((Histogram) read).getTotalCount()).isEqualTo(100);
        assertThat(((Histogram) read).getValueAtPercentile(99)).isEqualTo(99);
        log.close();
    }

    @Test
    void everyModelHasAFileNameThatWindowsAccepts() {
        assertThat(HistogramFile.fileName("pool:16")).isEqualTo("pool-16.hlog");
        assertThat(HistogramFile.fileName("CON")).isEqualTo("model-CON.hlog");
        assertThat(HistogramFile.fileName("../x y")).isEqualTo("---x-y.hlog");
    }
}

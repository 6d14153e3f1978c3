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
import java.util.Map;
import java.util.stream.LongStream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.results.ChatResult;
import socketlab.results.FaultSettings;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.QueueComparison;
import socketlab.results.RoundResult;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.SelfChecks;
import socketlab.results.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    }

    /** Spreadsheets and some editors put it there when a file is saved again. */
    @Test
    void filesWithAByteOrderMarkAreRead() throws IOException {
        Run run = SampleRun.write(folder, SampleRun.FIVE, 5, 5, 1000, 0);
        List<RequestRow> rows = new ArrayList<>();
        results.readRequests(rows::add);
        List<RequestRow> again = new ArrayList<>();
        for (String file : List.of("run.json", "requests.csv")) {
            Files.writeString(folder.resolve(file), "\uFEFF" + Files.readString(folder.resolve(file)));
        }
        results.readRequests(again::add);
        assertThat(again).isEqualTo(rows).isNotEmpty();
        assertThat(results.readRun()).isEqualTo(run);
    }

    /** Every record of the schema, with every part that a run can have. */
    @Test
    void aRunWithEveryPartIsReadAsItWasWritten() throws IOException {
        Run run = everything();
        results.writeRun(run);
        assertThat(results.readRun()).isEqualTo(run);
    }

    @Test
    void theKeysOfRunJsonAreTheDocumentedOnes() throws IOException {
        JsonNode json = json(SampleRun.write(folder, SampleRun.FIVE, 5, 5, 1000, 0));
        assertThat(json.propertyNames()).containsExactly("schema", "command", "started", "folder", "incomplete", "warnings",
                "environment", "server_settings", "load", "models");
        assertThat(json.path("schema").asInt()).isEqualTo(2);
        assertThat(json.path("environment").propertyNames()).containsExactly("lab", "jdk", "os", "cpu", "cores",
                "memory_bytes", "open_files", "somaxconn", "stolen_percent");
        assertThat(json.path("server_settings").propertyNames()).startsWith("backlog", "tcp_nodelay", "heap_max_bytes",
                "jvm_flags");
        assertThat(json.path("load").propertyNames()).startsWith("service", "loop", "clients", "requests", "delay_ms");
        JsonNode model = json.path("models").get(1);
        assertThat(model.propertyNames()).contains("model", "in_service", "rounds", "requests", "succeeded", "failed",
                "errors", "lost", "latency_ms", "uncorrected_ms", "service_ms", "elapsed_ms", "throughput_per_s", "probe",
                "reconnected", "guess_ms", "per_round", "predicted", "off_percent", "verdict", "stolen_percent", "longest_gap_ms",
                "threads_peak",
                "rss_peak_bytes", "cpu_ms");
        assertThat(model.path("in_service").isNull()).as("null: all").isTrue();
        assertThat(model.path("verdict").asString()).isEqualTo("as predicted");
        assertThat(model.path("latency_ms").propertyNames()).containsExactly("min", "mean", "p50", "p90", "p99", "max");
        assertThat(model.path("predicted").propertyNames()).containsExactly("max_ms", "mean_ms", "p50_ms");
        assertThat(model.path("per_round").get(0).propertyNames()).containsExactly("round", "load_started_ms", "requests",
                "failed", "p50_ms", "p99_ms", "max_ms", "throughput_per_s", "threads_peak", "rss_peak_bytes", "cpu_ms");
    }

    @Test
    void partsThatDoNotApplyAreAbsent() throws IOException {
        JsonNode plain = json(SampleRun.write(folder, SampleRun.FIVE, 5, 5, 1000, 0));
        assertThat(plain.path("load").propertyNames()).doesNotContain("faults", "sweep", "pause", "http");
        assertThat(plain.path("models").get(0).propertyNames()).doesNotContain("idle", "chat", "checks", "queue");
        JsonNode whole = json(everything());
        assertThat(whole.path("load").path("faults").propertyNames()).contains("faulty_clients");
        assertThat(whole.path("load").path("sweep").propertyNames()).containsExactly("variable", "values");
        JsonNode model = whole.path("models").get(0);
        assertThat(model.path("idle").propertyNames()).containsExactly("clients", "threads_before", "rss_before_bytes");
        assertThat(model.path("chat").propertyNames()).containsExactly("scenario", "members", "entered", "message_bytes",
                "deliveries_expected", "deliveries", "deliveries_missing", "deliveries_duplicate", "deliveries_foreign",
                "out_of_order", "delivery_ms", "deliveries_per_s", "slow_reader", "register", "login", "talk", "logout",
                "error");
        assertThat(model.path("checks").propertyNames()).contains("target_per_s", "little_off_percent");
    }

    @Test
    void anUnknownFieldIsSkippedAndAMissingOneIsNoError() throws IOException {
        Files.writeString(folder.resolve("run.json"), """
                { "schema": 2, "weather": "fine", "models": [ { "model": "single", "requests": 5, "mood": 3 } ] }
                """);
        Run run = results.readRun();
        assertThat(run.models()).singleElement().satisfies(model -> {
            assertThat(model.requests()).isEqualTo(5);
            assertThat(model.latencyMs()).isNull();
            assertThat(model.errors()).isEmpty();
            assertThat(model.verdict()).isEqualTo(Verdict.NO_PREDICTION);
        });
        assertThat(run.warnings()).isEmpty();
        assertThat(run.load().faults()).isEqualTo(FaultSettings.NONE);
    }

    @ParameterizedTest
    @CsvSource({"'{ \"schema\": 1 }', an older lab wrote this file (schema 1), repeat the run",
        "'{ }', this is no run of socketlab, give the folder of a run",
        "'{ \"schema\": 3 }', a newer lab wrote this file (schema 3), use a newer lab"})
    void aFileOfAnotherSchemaGivesOneLine(String text, String what, String toDo) throws IOException {
        Files.writeString(folder.resolve("run.json"), text);
        assertThatThrownBy(results::readRun).isInstanceOf(ResultsException.class)
                .hasMessageContainingAll(folder.resolve("run.json").toString(), what, "this one reads schema 2", toDo)
                .hasMessageNotContaining("\n");
    }

    private static JsonNode json(Run run) {
        return JsonMapper.shared().readTree(RunJson.text(run));
    }

    private Run everything() throws IOException {
        Run run = SampleRun.write(folder, List.of("single"), 5, 5, 1000, 0);
        LoadSettings load = run.load().withHttp("/about")
                .withFaults(new FaultSettings(true, 10, 1000, 4000, true, 0.1, 3, Map.of("reset", 3)))
                .withSchedule(new LoadSettings.Schedule(100, "poisson", 7, 5000, 1000, 20,
                        new LoadSettings.Sweep(LoadSettings.Sweep.RATE, List.of(1.0, 2.5)), new LoadSettings.Pause(4000, 1400)));
        LatencyMs latency = new LatencyMs(1, 2, 3, 4, 5, 6);
        ChatResult.Phase phase = new ChatResult.Phase(3, 1, latency);
        ChatResult chat = new ChatResult(new ChatResult.Room("classroom", 5, 4, 64),
                new ChatResult.Deliveries(100, 90, 7, 1, 2, 3), latency, 12.5, new ChatResult.SlowReader(true, 120.0),
                new ChatResult.Accounts(phase, phase, phase, phase), "> too fast");
        ModelResult result = run.models().getFirst().withIdle(new ModelResult.Idle(1000, 15, 50L << 20)).withChat(chat)
                .withChecks(new SelfChecks(1.2, 0.03, new SelfChecks.Sending(100, 99, 1, 2, 3, 4), 41))
                .withVerdict(Verdict.INCONCLUSIVE, "noisy").withStolen(12, 4.5).withLevel(7, 100);
        return new Run(Run.SCHEMA, run.origin(), true, List.of("a warning"), run.environment(), run.serverSettings(), load,
                List.of(new ModelResult(result.setup(), result.counts(), result.times(), result.assessment(),
                        result.perRound(), result.resources(), new ModelResult.Parts(result.parts().idle(), chat,
                                result.checks(), new QueueComparison(50, 10, 5, 5.5, 4.5, null), Map.of("wrong", "no newline"),
                                "the server ended with exit code 7"))
                        .withProbe("wrong", 7)));
    }

    @Test
    void everyTableIsReadAsItWasWrittenTheLastRowIncluded() throws IOException {
        List<ServedRow> served = List.of(new ServedRow("single", 2, 3, 5001, 1, 20, 30, NEVER));
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
    void aTimeBeforeTheLoadIsNegativeAndNotMistakenForOneThatWasNotReached() throws IOException {
        RequestRow preconnected = new RequestRow("single", 1, 1, 1, 5001, 0, -90, -1, 30, 40, 50, Outcome.OK);
        results.writeRequests(List.of(preconnected));
        assertThat(folder.resolve("requests.csv")).content().contains(",0,-90,-1,30,40,50,ok");
        List<RequestRow> read = new ArrayList<>();
        results.readRequests(read::add);
        assertThat(read).containsExactly(preconnected);
        ServedRow served = new ServedRow("single", 1, 1, 5001, 1, 900, NEVER, 1100).inRound(2, 1000);
        assertThat(served).isEqualTo(new ServedRow("single", 2, 1, 5001, 1, -100, NEVER, 100));
    }

    @Test
    void wrongRepliesAreTextAndNoneIsNoFile() throws IOException {
        assertThat(results.readWrong()).isEmpty();
        results.writeWrong("sent \"a\"\n");
        assertThat(results.readWrong()).isEqualTo("sent \"a\"\n");
    }

    @Test
    void roundsAreInTheOrderInWhichTheirLoadsBegan() throws IOException {
        ModelResult result = SampleRun.write(folder, List.of("single"), 5, 5, 1000, 0).models().getFirst();
        RoundResult one = result.perRound().getFirst();
        RoundResult two = new RoundResult(2, 0, 5, 0, one.latency(), 5, null);
        ModelResult both = new ModelResult(result.setup(), result.counts(), result.times(), result.assessment(), List.of(one,
                two),
                result.resources(), result.parts()).withLoadStarted(Map.of(1, 9000.0, 2, 4000.0));
        assertThat(both.perRound()).extracting(RoundResult::round).containsExactly(2, 1);
        assertThat(both.perRound()).extracting(RoundResult::loadStartedMs).containsExactly(4000.0, 9000.0);
    }

    @Test
    void aTimeThatWasNotReachedIsAnEmptyCell() throws IOException {
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
        assertThat(read).extracting(RequestRow::model).containsExactly("my \"own\", model 2", "single");
    }

    @Test
    void aDamagedCellIsNamedByFileLineAndColumn() throws IOException {
        results.writeRequests(List.of(WHOLE, REFUSED, WHOLE));
        Path file = folder.resolve("requests.csv");
        Files.writeString(file, Files.readString(file).replace("refused", "sulking"));
        assertThatThrownBy(() -> results.readRequests(row -> {})).isInstanceOf(ResultsException.class)
                .hasMessageContaining("requests.csv line 3: outcome is \"sulking\"").hasMessageNotContaining("\n");
    }

    @Test
    void aLineCutShortIsNamed() throws IOException {
        results.writeServed(List.of(new ServedRow("single", 1, 1, 2, 3, 4, 5, 6)));
        Path file = folder.resolve("served.csv");
        Files.writeString(file, Files.readString(file).replace(",4,5,6", ""));
        assertThatThrownBy(() -> results.readServed(row -> {})).isInstanceOf(ResultsException.class)
                .hasMessageContaining("served.csv line 2: 5 cells instead of 8");
    }

    @Test
    void aDamagedOrMissingFileGivesOneLine() throws IOException {
        assertThatThrownBy(results::readRun).isInstanceOf(ResultsException.class)
                .hasMessageContaining("run.json is missing; name a folder");
        assertThatThrownBy(() -> results.readResources(row -> {})).hasMessageContaining("resources.csv is missing");
        Files.writeString(folder.resolve("run.json"), "{ \"schema\": 2,\n\n \"models\": [ }");
        assertThatThrownBy(results::readRun).isInstanceOf(ResultsException.class)
                .hasMessageContaining("run.json line 3").hasMessageNotContaining("\n");
        Files.writeString(folder.resolve("resources.csv"), "");
        assertThatThrownBy(() -> results.readResources(row -> {})).hasMessageContaining("line 1: the column model");
    }

    @Test
    void aTranscriptAndTheLinesOfAProgramUseTheFieldsWords() throws IOException {
        TranscriptRow sent = new TranscriptRow("select", 1, 20, 2, 5001, TranscriptRow.Event.SENT, "hi");
        results.writeTranscript(List.of(sent));
        assertThat(folder.resolve("transcript.csv")).content()
                .isEqualTo("model,round,at_us,member,port,event,text\nselect,1,20,2,5001,sent,hi\n");
        List<TranscriptRow> read = new ArrayList<>();
        results.readTranscript(read::add);
        assertThat(read).containsExactly(sent);
        results.writeLines(List.of(new OutputLine(12, "main: Starting")));
        assertThat(folder.resolve("lines.csv")).content().isEqualTo("at_us,line\n12,\"main: Starting\"\n");
        Files.writeString(folder.resolve("transcript.csv"),
                "model,round,at_us,member,port,event,text\nselect,1,20,2,5001,said,hi\n");
        assertThatThrownBy(() -> results.readTranscript(row -> {})).hasMessageContaining(
                "transcript.csv line 2: event is \"said\", not one of joined, sent, received, left");
    }

    @Test
    void aHistogramIsReadByHdrHistogramsOwnReader() throws IOException {
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

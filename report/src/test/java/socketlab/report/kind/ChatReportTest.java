package socketlab.report.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.report.Report;
import socketlab.report.SampleChat;
import socketlab.report.analysis.Sequence;
import socketlab.report.draw.Colors;
import socketlab.report.draw.PlotAxis;
import socketlab.report.page.TextTable;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.files.RunFiles;
import socketlab.results.files.TranscriptRow;

class ChatReportTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"2, 10", "5, 5", "20, 100", "50, 1000"})
    void everyModelIsInTheChartAndTheSameFilesGiveTheSameBytes(int members, int messages) throws IOException {
        List<String> models = SampleRun.NINE.subList(1, 9);
        SampleChat.write(folder, models, members, messages);
        Report.draw(folder);
        byte[] first = Files.readAllBytes(folder.resolve("charts/delivery.png"));
        assertThat(Colors.in(folder.resolve("charts/delivery.png"))).containsAll(Colors.of(models));
        assertThat(folder.resolve("charts/delivery.svg")).content().contains("</svg>");
        Report.draw(folder);
        assertThat(folder.resolve("charts/delivery.png")).hasBinaryContent(first);
        assertThat(folder.resolve("report.html")).content().contains("in the room", "out of order",
                "Every delivery arrives once and in one order", "one run each: no claim about latency");
    }

    @Test
    void aModelWithMissingDeliveriesIsNotRanked() throws IOException {
        Run run = SampleChat.write(folder, List.of("single", "pool:4", "select"), 5, 50);
        assertThat(RunKind.of(run).headline()).startsWith("The p99 of a delivery is").contains("in select;",
                "single has only 1 of 5 members in the room", "pool:4 fails: of 200 deliveries 3 missing")
                .doesNotContain("in pool:4");
        assertThat(RunKind.of(run).plainFindings()).satisfiesExactly(
                single -> assertThat(single).contains("Only 1 of 5 members entered the room. No message was delivered."),
                pool -> assertThat(pool).contains("197 of 200 deliveries arrived (of 200 deliveries 3 missing)"),
                select -> assertThat(select).contains("All 200 deliveries arrived, once each and in one order"));
        assertThat(TextTable.of(run).lines().toList()).hasSize(4).first().asString().containsPattern(
                "^model +in room +deliveries +missing +wrong +p50 +p99 +max +total +threads +RSS +CPU$");
    }

    @Test
    void aChatWithoutDeliveriesIsDrawnToo() throws IOException {
        SampleChat.write(folder, List.of("single"), 5, 50);
        Report.draw(folder);
        assertThat(folder.resolve("report.html")).content().contains("No message was delivered");
    }

    @Test
    void withASlowReaderAModelHasASecondLineAndAColumn() throws IOException {
        Run run = SampleChat.writeBesideSlowReader(folder, List.of("threaded", "select"), 5, 50);
        assertThat(TextTable.of(run).lines().toList()).hasSize(5).satisfies(lines -> {
            assertThat(lines.getFirst()).startsWith("model     slow reader");
            assertThat(lines.get(1)).containsPattern("^threaded +- ");
            assertThat(lines.get(2)).containsPattern("^threaded +kept ");
            assertThat(lines.get(4)).containsPattern("^select +dropped ");
        });
        assertThat(RunKind.of(run).plainFindings()).satisfiesExactly(
                threaded -> assertThat(threaded).contains("With a slow reader: the server does not hang up on it"),
                select -> assertThat(select).contains("With a slow reader: the server hangs up on it after 120 ms",
                        ", without it 178 us"));
        Report.draw(folder);
        assertThat(folder.resolve("select-beside-a-slow-reader.hlog")).isNotEmptyFile();
        assertThat(folder.resolve("report.html")).content().contains("select beside a slow reader");
    }

    @Test
    void aClassroomIsJudgedByTheMessagesDuringHashing() throws IOException {
        Run run = SampleChat.writeClassroom(folder, List.of("select", "pool:4", "single"), 10);
        assertThat(RunKind.of(run).headline()).startsWith("The p99 of a delivery during password hashing is")
                .contains("in select;", "failed commands: 2 of /register, 2 of /login, 2 of /logout");
        assertThat(RunKind.of(run).plainFindings().getFirst()).contains("During hashing, p99 ",
                "5 registrations and 5 logins, a login took up to 2.60 s");
        assertThat(TextTable.of(run).lines().toList()).first().asString().containsPattern(
                "^model +deliveries +failed +p50 +p99 +max +log in +register +threads +RSS +CPU$");
        assertThat(TextTable.of(run).lines()).allMatch(line -> line.length() <= 120);
        Report.draw(folder);
        assertThat(Colors.in(folder.resolve("charts/classroom.png"))).containsAll(
                Colors.of(List.of("select", "pool:4", "single")));
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "6"})
    void everyMessageOfASmallChatIsInItsSequenceDiagram(int members) throws IOException {
        SampleChat.write(folder, List.of("select"), members, members);
        SampleChat.writeTranscript(folder, "select", members);
        Report.draw(folder);
        byte[] first = Files.readAllBytes(folder.resolve("charts/sequence-select.png"));
        assertThat(Colors.in(folder.resolve("charts/sequence-select.png"))).containsAll(Colors.of(List.of("select")));
        assertThat(folder.resolve("report.html")).content().contains("Every client receives the messages of all others");
        Report.draw(folder);
        assertThat(folder.resolve("charts/sequence-select.png")).hasBinaryContent(first);
    }

    @Test
    void aMessageToSeveralMembersIsOneRowAndALongPauseIsAGap() throws IOException {
        SampleChat.writeTranscript(folder, "select", 3);
        List<TranscriptRow> words = new ArrayList<>();
        RunFiles.in(folder).readTranscript(words::add);
        Sequence sequence = Sequence.of("select", words.reversed());
        assertThat(sequence.rows()).hasSize(6 + 2 * 3 + 3).isSortedAccordingTo(
                Comparator.comparingDouble(Sequence.Row::y));
        assertThat(sequence.rows().stream().filter(row -> row.lines().size() == 2)).hasSize(3);
        assertThat(sequence.rows().stream().filter(row -> row.pauseMs() > 0)).hasSize(3);
        assertThat(sequence.rows().getFirst().atMs()).isZero();
        assertThat(sequence.port(2)).isEqualTo(40_002);
    }

    @Test
    void aPercentileHasAllItsNines() {
        PlotAxis axis = PlotAxis.ofShares(20_000);
        assertThat(axis.ticks().stream().map(axis::label)).containsExactly("0 %", "50 %", "90 %", "99 %", "99.9 %",
                "99.99 %");
    }
}

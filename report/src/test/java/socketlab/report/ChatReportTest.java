package socketlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatReportTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"2, 10", "5, 5", "20, 100", "50, 1000"})
    void everyModelIsInThePictureAndTheSameFilesGiveTheSameBytes(int members, int messages) throws IOException {
        List<String> models = SampleRun.NINE.subList(1, 9);
        SampleChat.write(folder, models, members, messages);
        Report.draw(folder);
        byte[] first = Files.readAllBytes(folder.resolve("charts/delivery.png"));
        assertThat(Colors.in(folder.resolve("charts/delivery.png"))).containsAll(Colors.of(models));
        assertThat(folder.resolve("charts/delivery.svg")).content().contains("</svg>");
        Report.draw(folder);
        assertThat(folder.resolve("charts/delivery.png")).hasBinaryContent(first);
        assertThat(folder.resolve("report.html")).content().contains("in the room", "out of order", "99 of 100");
    }

    @Test
    void whoDoesNotDeliverEverythingWinsNothing() throws IOException {
        Run run = SampleChat.write(folder, List.of("single", "pool:4", "select"), 5, 50);
        assertThat(Findings.headline(run)).startsWith("99 of 100 deliveries arrive within").contains("in select;",
                "single lets in only 1 of 5 members", "pool:4 does not deliver as it should: of 200 deliveries 3 missing")
                .doesNotContain("in pool:4");
        assertThat(Findings.of(run)).satisfiesExactly(
                single -> assertThat(single).contains("Only 1 of 5 members was let into the room. Nobody heard anything."),
                pool -> assertThat(pool).contains("197 of 200 deliveries arrived (of 200 deliveries 3 missing)"),
                select -> assertThat(select).contains("All 200 deliveries arrived, once each and in one order"));
        assertThat(TextTable.of(run).lines().toList()).hasSize(4).first().asString().containsPattern(
                "^model +in room +deliveries +missing +wrong +p50 +p99 +max +total +threads +RSS +CPU$");
    }

    @Test
    void aChatInWhichNobodyHearsAnythingIsDrawnAsWell() throws IOException {
        SampleChat.write(folder, List.of("single"), 5, 50);
        Report.draw(folder);
        assertThat(folder.resolve("report.html")).content().contains("Nobody heard anything");
    }

    @Test
    void percentilesAreWrittenWithAsManyNinesAsTheyHave() {
        Ruler ruler = Ruler.ofShares(20_000);
        assertThat(ruler.ticks().stream().map(ruler::label)).containsExactly("0 %", "50 %", "90 %", "99 %", "99.9 %",
                "99.99 %");
    }
}

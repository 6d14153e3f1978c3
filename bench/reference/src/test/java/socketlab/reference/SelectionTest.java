package socketlab.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketlab.report.bench.ReferenceGroup;
import socketlab.report.bench.ReferenceRow;

/** What is measured, what is typed, and what is printed. */
class SelectionTest {

    private static List<String> names(List<Work> works) {
        return works.stream().flatMap(work -> work.contestants().stream().map(one -> work.name() + " " + one.name())).toList();
    }

    @Test
    void aNameOfAGroupAndNamesOfProgramsLeaveTheseAndWhatTheyStandBeside() {
        assertThat(names(Selection.of(Work.all(), List.of("tcp-64", "select", "netty-nio"), false)))
                .containsExactly("tcp-64 c-epoll", "tcp-64 selector-lines", "tcp-64 select", "tcp-64 netty-nio");
        assertThat(names(Selection.of(Work.all(), List.of("udp"), true)))
                .containsExactly("udp-64 c-udp", "udp-64 udp-blocking", "udp-64 udp");
    }

    @Test
    void aQuickRunHasOneGroupOfEachKindWithoutOtherPeoplesServers() {
        List<Work> quick = Selection.of(Work.all(), List.of(), true);
        assertThat(quick).extracting(Work::name).containsExactly("tcp-64", "udp-64", "web", "load-64", "chat", "sleep");
        assertThat(names(quick)).contains("web microhttp", "tcp-64 select").doesNotContain("tcp-64 netty-nio",
                "web jdk.httpserver");
    }

    @Test
    void anUnknownNameIsWrongUseInOneLine() {
        assertThatThrownBy(() -> Selection.of(Work.all(), List.of("nosuch"), false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--only: no group or program is called 'nosuch'; groups: tcp-64,")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Selection.of(Work.all(), List.of("web", "c-epoll"), false))
                .hasMessage("--only: none of these programs is in these groups");
    }

    /** What a program stands beside must be measured before it and be in its group. */
    @Test
    void everyProgramStandsBesideAnEarlierOneOfItsGroup() {
        for (Work work : Work.all()) {
            List<String> names = work.contestants().stream().map(Contestant::name).toList();
            for (Contestant one : work.contestants()) {
                assertThat(one.beside().isEmpty() || names.indexOf(one.beside()) < names.indexOf(one.name()) && names.contains(one
                        .beside()))
                        .as(work.name() + " " + one.name()).isTrue();
            }
        }
    }

    @Test
    void coresAreReadFromTheKernelsList() {
        assertThat(Cores.parse(" 0-1,4\n")).containsExactly(0, 1, 4);
        assertThat(new Cores(0, 1, true).onLoadCore(List.of("load"))).containsExactly("taskset", "-c", "1", "load");
        assertThat(new Cores(0, 0, false).onServerCore(List.of("server"))).containsExactly("server");
    }

    /** Of ln 0.5, ln 0.5 and ln 0.6: mean -0.632, standard error 0.0608, t(2, 99 %) = 9.92. */
    @Test
    void theTableShowsTheMedianOfTheRatiosWithItsInterval() {
        ReferenceGroup group = new ReferenceGroup("tcp", "echo", "µs CPU a request", List.of(
                new ReferenceRow("bare", "", List.of(10.0, 10.0, 12.0), List.of(100.0, 100.0, 100.0)),
                new ReferenceRow("ours", "bare", List.of(20.0, 20.0, 20.0), List.of(50.0, 50.0, 50.0))), List.of(
                        "c: there is no cc"), 1);
        assertThat(RatioTable.of(group).lines()).containsExactly("tcp: echo; 3 rounds, 1 of them disturbed",
                "      µs CPU a request  beside       cheaper (99 %)  per second        faster (99 %)",
                "bare             10.00                                      100",
                "ours             20.00  bare    0.50 [0.29 .. 0.97]          50  0.50 [0.50 .. 0.50]",
                "left out: c: there is no cc");
    }
}

package socketlab.report.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import socketlab.report.Report;
import socketlab.report.SampleChat;
import socketlab.report.SampleLoad;
import socketlab.report.SampleSweep;
import socketlab.report.kind.RunKind;
import socketlab.report.page.TextTable;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.files.RunFiles;

/** Draws one of each kind of run into a folder, for a person to look at: charts are judged by eye. */
final class RenderSamples {
    private RenderSamples() {}

    /** Run with the folder to draw into as the only argument. */
    public static void main(String[] arguments) throws IOException {
        Path to = Path.of(arguments[0]);
        if (arguments.length > 1) {
            drawLoads(to);
            return;
        }
        draw(to.resolve("five-5"), () -> SampleRun.write(to.resolve("five-5"), SampleRun.FIVE, 5, 5, 1000, 0));
        draw(to.resolve("five-100"), () -> SampleRun.write(to.resolve("five-100"), SampleRun.FIVE, 100, 100, 100, 0));
        draw(to.resolve("five-5000"), () -> SampleRun.write(to.resolve("five-5000"), SampleRun.FIVE, 50, 5000, 10, 0));
        draw(to.resolve("nine-5"), () -> SampleRun.write(to.resolve("nine-5"), SampleRun.NINE, 5, 5, 1000, 0));
        draw(to.resolve("nine-100"), () -> SampleRun.write(to.resolve("nine-100"), SampleRun.NINE, 100, 100, 100, 9));
        draw(to.resolve("nine-20"), () -> SampleRun.write(to.resolve("nine-20"), SampleRun.NINE, 20, 20, 1000, 5));
        draw(to.resolve("nine-1000"), () -> SampleRun.write(to.resolve("nine-1000"), SampleRun.NINE, 50, 1000, 10, 0));
        draw(to.resolve("errors-20"), () -> SampleRun.write(to.resolve("errors-20"), SampleRun.FIVE, 20, 20, 1000, 4));
        draw(to.resolve("echo-500"), () -> SampleRun.write(to.resolve("echo-500"), SampleRun.FIVE, 10, 500, 0, 0));
        draw(to.resolve("one-1"),
                () -> SampleRun.write(to.resolve("one-1"), SampleRun.FIVE.subList(0, 1), 1, 1, 1000, 0));
        Path foreign = to.resolve("foreign-8");
        draw(foreign, () -> {
            SampleRun.write(foreign, SampleRun.FIVE.subList(0, 2), 8, 8, 1000, 0);
            Files.delete(foreign.resolve("served.csv"));
        });
        drawSweeps(to);
        drawChats(to);
        drawSequences(to);
        drawLoads(to);
    }

    private static void drawLoads(Path to) throws IOException {
        List<String> three = List.of("single", "threaded", "select");
        draw(to.resolve("load-clients"), () -> SampleLoad.sweep(to.resolve("load-clients"), "clients", three,
                List.of(1, 2, 5, 10, 20, 50, 100, 200), 3));
        draw(to.resolve("load-rate"), () -> SampleLoad.sweep(to.resolve("load-rate"), "rate",
                List.of("single", "threaded", "select", "udp"),
                List.of(500, 1000, 5000, 10_000, 15_000, 20_000, 25_000), 1));
        draw(to.resolve("paused"), () -> SampleLoad.paused(to.resolve("paused"), List.of("threaded", "select", "udp")));
    }

    private static void drawSweeps(Path to) throws IOException {
        List<String> loops = List.of("select", "poll");
        sweep(to.resolve("sweep-2x3"), loops, List.of(10, 1000, 5000));
        sweep(to.resolve("sweep-3x5"), List.of("threaded", "virtual", "select"), List.of(10, 100, 1000, 5000, 10_000));
        sweep(to.resolve("sweep-9x5"), SampleRun.NINE, List.of(10, 100, 1000, 5000, 10_000));
        sweep(to.resolve("sweep-7x3"), SampleRun.NINE.subList(3, 9), List.of(10, 1000, 5000));
        sweep(to.resolve("sweep-zero"), List.of("threaded", "select", "poll"), List.of(0, 1000, 5000));
        sweep(to.resolve("idle-1"), List.of("threaded", "virtual", "select", "poll"), List.of(10_000));
        sweep(to.resolve("idle-1x2"), loops, List.of(1000));
        sweep(to.resolve("idle-1x9"), SampleRun.NINE, List.of(1000));
    }

    private static void drawChats(Path to) throws IOException {
        List<String> three = List.of("threaded", "virtual", "select");
        draw(to.resolve("chat-5"), () -> SampleChat.write(to.resolve("chat-5"), three, 3, 5));
        draw(to.resolve("chat-100"), () -> SampleChat.write(to.resolve("chat-100"), three, 20, 100));
        draw(to.resolve("chat-5000"), () -> SampleChat.write(to.resolve("chat-5000"), SampleRun.NINE, 50, 5000));
    }

    private static void drawSequences(Path to) throws IOException {
        List<String> three = List.of("threaded", "virtual", "select");
        Path slow = to.resolve("chat-slow");
        draw(slow, () -> SampleChat.writeBesideSlowReader(slow, three, 20, 100));
        Path classroom = to.resolve("chat-classroom");
        draw(classroom, () -> SampleChat.writeClassroom(classroom, SampleRun.FIVE, 200));
        Path words = to.resolve("chat-words");
        draw(words, () -> {
            SampleChat.write(words, three.subList(2, 3), 6, 6);
            SampleChat.writeTranscript(words, "select", 6);
        });
    }

    private static void sweep(Path folder, List<String> models, List<Integer> idle) throws IOException {
        draw(folder, () -> SampleSweep.write(folder, models, idle));
    }

    /** Makes a run's files. */
    private interface Maker {
        void make() throws IOException;
    }

    private static void draw(Path folder, Maker maker) throws IOException {
        maker.make();
        long begin = System.nanoTime();
        Report.draw(folder);
        System.out.println(folder.getFileName() + " " + (System.nanoTime() - begin) / 1_000_000 + " ms\n"
                + TextTable.of(RunFiles.in(folder).readRun())
                + String.join("\n", RunKind.of(RunFiles.in(folder).readRun()).plainFindings()) + "\n");
    }
}

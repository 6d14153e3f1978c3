package socketlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws one of each kind of run into a folder, for a person to look at: charts are judged by eye. */
final class RenderSamples {
    private RenderSamples() {}

    /** Run with the folder to draw into as the only argument. */
    public static void main(String[] arguments) throws IOException {
        Path to = Path.of(arguments[0]);
        draw(to.resolve("five-5"), () -> SampleRun.write(to.resolve("five-5"), SampleRun.FIVE, 5, 5, 1000, 0));
        draw(to.resolve("five-100"), () -> SampleRun.write(to.resolve("five-100"), SampleRun.FIVE, 100, 100, 100, 0));
        draw(to.resolve("five-5000"), () -> SampleRun.write(to.resolve("five-5000"), SampleRun.FIVE, 50, 5000, 10, 0));
        draw(to.resolve("nine-5"), () -> SampleRun.write(to.resolve("nine-5"), SampleRun.NINE, 5, 5, 1000, 0));
        draw(to.resolve("nine-100"), () -> SampleRun.write(to.resolve("nine-100"), SampleRun.NINE, 100, 100, 100, 9));
        draw(to.resolve("errors-20"), () -> SampleRun.write(to.resolve("errors-20"), SampleRun.FIVE, 20, 20, 1000, 4));
        draw(to.resolve("echo-500"), () -> SampleRun.write(to.resolve("echo-500"), SampleRun.FIVE, 10, 500, 0, 0));
        draw(to.resolve("one-1"),
                () -> SampleRun.write(to.resolve("one-1"), SampleRun.FIVE.subList(0, 1), 1, 1, 1000, 0));
        Path foreign = to.resolve("foreign-8");
        draw(foreign, () -> {
            SampleRun.write(foreign, SampleRun.FIVE.subList(0, 2), 8, 8, 1000, 0);
            Files.delete(foreign.resolve("served.csv"));
        });
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
                + TextTable.of(Results.in(folder).readRun())
                + String.join("\n", Findings.of(Results.in(folder).readRun())) + "\n");
    }
}

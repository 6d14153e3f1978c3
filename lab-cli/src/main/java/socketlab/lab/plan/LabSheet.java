package socketlab.lab.plan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import socketlab.results.Run;

/** The lab sheet of a run: a run whose name begins with a sheet's number, as in its script, asks that sheet's questions. */
public final class LabSheet {
    private static final String HEADING = "**For your report.**";

    private LabSheet() {}

    /**
     * The sheet in {@code experiments} for a run of this name; null where there is none or it asks nothing.
     *
     * @param home the folder of the launcher {@code lab}
     */
    public static Run.Sheet of(String runName, Path home) throws IOException {
        Path folder = home.resolve("experiments");
        if (!runName.matches("[0-9]{2}-.*") || !Files.isDirectory(folder)) {
            return null;
        }
        try (DirectoryStream<Path> sheets = Files.newDirectoryStream(folder, runName.substring(0, 3) + "*.md")) {
            for (Path sheet : sheets) {
                List<String> questions = questions(Files.readAllLines(sheet));
                if (!questions.isEmpty()) {
                    return new Run.Sheet(sheet.getFileName().toString().replace(".md", ""), questions);
                }
            }
        }
        return null;
    }

    /** The items of the numbered list under the heading, each as one line. */
    static List<String> questions(List<String> sheet) {
        List<String> questions = new ArrayList<>();
        for (String line : sheet.subList(sheet.indexOf(HEADING) + 1, sheet.contains(HEADING) ? sheet.size() : 0)) {
            if (line.matches("[0-9]+\\. .*")) {
                questions.add(line.replaceFirst("[0-9]+\\. ", ""));
            } else if (line.startsWith(" ") && !questions.isEmpty()) {
                questions.add(questions.removeLast() + " " + line.strip());
            } else if (!line.isBlank()) {
                break;
            }
        }
        return questions.stream().map(LabSheet::plain).toList();
    }

    /** Without the markup of Markdown: links, code and emphasis. */
    private static String plain(String markdown) {
        return markdown.replaceAll("\\[([^]]+)]\\([^)]+\\)", "$1").replaceAll("`([^`]+)`", "$1")
                .replaceAll("(?<![\\w*])\\*{1,2}([^*]+)\\*{1,2}(?![\\w*])", "$1");
    }
}

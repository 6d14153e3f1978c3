package socketlab.report.classes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import socketlab.results.Run;

/**
 * A run that a student handed in.
 *
 * @param name of the student's folder, shortened
 * @param folder the run's own
 */
record Submission(String name, Run run, Path folder) {

    /** The student's own page as seen from the page of the class; empty where there is none. */
    String page(Path classPage) {
        Path page = folder.resolve("report.html").toAbsolutePath().normalize();
        if (!Files.isRegularFile(page, NOFOLLOW_LINKS)) {
            return "";
        }
        Path from = classPage.toAbsolutePath().normalize().getParent();
        try {
            return StreamSupport.stream(from.relativize(page).spliterator(), false)
                    .map(part -> URLEncoder.encode(part.toString(), UTF_8).replace("+", "%20")).collect(Collectors.joining("/"));
        } catch (IllegalArgumentException otherDrive) {
            return page.toUri().toString();
        }
    }
}

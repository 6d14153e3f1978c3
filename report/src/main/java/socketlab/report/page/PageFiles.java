package socketlab.report.page;

import java.io.IOException;
import java.nio.file.Path;
import socketlab.report.text.Formats;
import socketlab.results.files.ResultsException;

/** Names and errors that all pages share. */
public final class PageFiles {
    private PageFiles() {}

    /** A folder as it can be typed in a shell. */
    public static String quoted(String folder) {
        return folder.matches("[\\w@%+=:,./-]+") ? folder : "'" + folder.replace("'", "'\\''") + "'";
    }

    /** The file beside a page with its name and another ending, such as {@code .pdf}. */
    public static Path beside(Path html, String ending) {
        return html.resolveSibling(html.getFileName().toString().replaceFirst("\\.html?$", "") + ending);
    }

    /** Writes files. */
    public interface Writing<T> {
        T run() throws IOException;
    }

    /**
     * Runs what reads results and writes {@code page}.
     *
     * @throws ResultsException with one line, whatever went wrong
     */
    public static <T> T writing(Path page, Writing<T> writing) throws ResultsException {
        try {
            return writing.run();
        } catch (ResultsException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultsException("cannot write the report " + page + ": " + ResultsException.reason(e), e);
        } catch (OutOfMemoryError e) {   // what was read is garbage by now, so that a line can be printed
            throw new ResultsException("cannot write the report " + page + ": these results do not fit into a heap of "
                    + Formats.bytes(Runtime.getRuntime().maxMemory()) + "; set JAVA_TOOL_OPTIONS=-Xmx4g to allow more", e);
        }
    }
}

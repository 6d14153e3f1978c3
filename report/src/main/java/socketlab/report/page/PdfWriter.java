package socketlab.report.page;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import socketlab.results.files.ResultsException;

/** A page as PDF, made without a browser. */
public final class PdfWriter {
    private static final String NOT_IN_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";
    /** Fonts with more letters than Latin-1; the standard fonts of PDF have no others. */
    private static final List<String> FONTS = List.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
            "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
            "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf", "/usr/share/fonts/TTF/DejaVuSans.ttf",
            "/System/Library/Fonts/Supplemental/Arial Unicode.ttf", "C:/Windows/Fonts/arial.ttf",
            "C:/Windows/Fonts/arialbd.ttf");

    static {
        // Or PDFBox writes its list of this machine's fonts into the user's home. `lab` names a folder of its own.
        System.getProperties().putIfAbsent("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
    }

    private PdfWriter() {}

    /**
     * Writes a page as a PDF.
     *
     * @param page well formed as XML
     * @throws ResultsException when it cannot be written
     */
    public static void write(String page, Path pdf) throws ResultsException {
        XRLog.setLoggingEnabled(false);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            builder(PaperPictures.fitted(page.replaceAll(NOT_IN_XML, "\uFFFD"), PdfWriter::positions), bytes).run();
            Files.write(pdf, bytes.toByteArray());
        } catch (IOException e) {
            throw new ResultsException("cannot write " + pdf + ": " + ResultsException.reason(e), e);
        }
    }

    private static PdfRendererBuilder builder(String page, OutputStream to) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (String font : FONTS) {
            if (Files.isReadable(Path.of(font))) {
                boolean bold = font.contains("Bold") || font.contains("bd.");
                builder.useFont(Path.of(font).toFile(), "paper", bold ? 700 : 400,
                        PdfRendererBuilder.FontStyle.NORMAL, true);
            }
        }
        return builder.withHtmlContent(page, null).toStream(to);
    }

    /** Where the elements with one of {@link PaperPictures}' ids stand on paper, in points. */
    private static List<PaperPictures.Position> positions(String page) throws IOException {
        try (PdfBoxRenderer renderer = builder(page, OutputStream.nullOutputStream()).buildPdfRenderer()) {
            renderer.createPDF();   // before it has painted it knows no positions
            return renderer.findPagePositionsByID(PaperPictures.IDS).stream().map(found -> new PaperPictures.Position(
                    found.getId(), found.getPageNo(), found.getY(), found.getHeight())).toList();
        }
    }
}

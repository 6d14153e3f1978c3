package socketlab.report.page;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import socketlab.report.text.Formats;

/** Makes a picture on paper a little smaller where the rest of a page would stay empty because it just does not fit. */
final class PaperPictures {
    /** Of a picture with its caption, the place before it, and the image in it. */
    static final Pattern IDS = Pattern.compile("(picture|before|image)-\\d+");
    /** Smaller, and its letters could not be read. */
    private static final double SMALLEST = 0.65;
    private static final double BOTTOM_MARGIN = 18 / 25.4 * 72;
    private static final double GAP = 20;   // above a picture, and what rounding may take

    private PaperPictures() {}

    /**
     * An element on paper, in points.
     *
     * @param page from 0
     * @param y of its lower edge, from the bottom of the page
     */
    record Position(String id, int page, double y, double height) {}

    /** Puts a page on paper and says where its pictures are. */
    interface Layout {
        List<Position> of(String page) throws IOException;
    }

    /** The page, with a style for each picture that has to be smaller to fit into the rest of a page. */
    static String fitted(String page, Layout layout) throws IOException {
        Map<String, Double> widths = new TreeMap<>();
        String styled = page;
        for (Optional<Map.Entry<String, Double>> next = next(layout.of(styled), widths); next.isPresent();
                next = next(layout.of(styled), widths)) {
            widths.put(next.get().getKey(), next.get().getValue());
            styled = page.replaceFirst("</head>", widths.entrySet().stream()
                    .map(one -> Formats.format("#image-%s { width: %.1f%% }", one.getKey(), 100 * one.getValue()))
                    .collect(Collectors.joining("\n", "<style>\n", "\n</style>\n</head>")));
        }
        return styled;
    }

    /** The first picture that stands on a new page although most of it would have fitted on the one before. */
    private static Optional<Map.Entry<String, Double>> next(List<Position> found, Map<String, Double> done) {
        Map<String, Position> at = found.stream().collect(Collectors.toMap(Position::id, one -> one, (first, more) -> first));
        return at.keySet().stream().filter(id -> id.startsWith("picture-")).map(id -> id.substring("picture-".length()))
                .filter(number -> !done.containsKey(number)).sorted(Comparator.comparingInt(Integer::parseInt))
                .filter(number -> at.get("picture-" + number).page() > at.get("before-" + number).page())
                .map(number -> Map.entry(number, share(at.get("before-" + number), at.get("picture-" + number),
                        at.get("image-" + number))))
                .filter(one -> one.getValue() >= SMALLEST && one.getValue() < 1).findFirst();
    }

    private static double share(Position before, Position picture, Position image) {
        double room = before.y() - BOTTOM_MARGIN - GAP;
        return (room - (picture.height() - image.height())) / image.height();
    }
}

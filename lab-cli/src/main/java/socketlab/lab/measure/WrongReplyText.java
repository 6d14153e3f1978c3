package socketlab.lab.measure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static socketlab.core.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.load.log.WrongReply;

/** The first wrong replies of a run in words: sent, expected, received, each as text and as hex. Plain ASCII. */
final class WrongReplyText {
    private static final int MOST = 5;
    private static final int SHOWN_BYTES = 32;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private WrongReplyText() {}

    /** The text of {@code wrong.txt}: five replies of the run, each model's first before its second; empty without any. */
    static String text(List<ModelMeasurement> measured) {
        List<String> entries = new ArrayList<>();
        for (int nth = 0; nth < MOST; nth++) {
            for (ModelMeasurement one : measured) {
                List<WrongReply> wrong = distinct(one.load().wrongReplies());
                if (nth < wrong.size()) {
                    entries.add(entry(one, wrong.get(nth)));
                }
            }
        }
        return String.join("\n", entries.subList(0, Math.min(MOST, entries.size())));
    }

    /** The same reply to the same request says nothing new. */
    private static List<WrongReply> distinct(List<WrongReply> replies) {
        Map<String, WrongReply> first = new LinkedHashMap<>();
        replies.forEach(reply -> first.putIfAbsent(reply.reason() + Arrays.toString(reply.sent())
                + Arrays.toString(reply.received()), reply));
        return List.copyOf(first.values());
    }

    private static String entry(ModelMeasurement one, WrongReply reply) {
        List<String> lines = new ArrayList<>();
        String round = one.step().round() > 1 ? ", round " + one.step().round() : "";
        lines.add(format("%s%s, %s: %s", one.label(), round, reply.where(), reply.reason()));
        lines.addAll(part("sent", reply.sent(), "nothing: the client waits for the server to speak"));
        lines.addAll(reply.expected().isEmpty() ? part("expected", reply.sent(), "")
                : part("expected", null, reply.expected()));
        lines.addAll(part("received", reply.received().length == 0 ? null : reply.received(), "nothing"));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> part(String name, byte[] bytes, String otherwise) {
        return bytes == null ? List.of(format("  %-9s %s", name, otherwise))
                : List.of(format("  %-9s \"%s\" (%s)", name, quoted(bytes), bytes.length == 1 ? "1 byte" : bytes.length
                        + " bytes"),
                        format("  %-9s %s", "", hex(bytes)));
    }

    private static boolean isCut(byte[] bytes) {
        return bytes.length > 2 * SHOWN_BYTES;
    }

    private static byte[] tail(byte[] bytes) {
        return Arrays.copyOfRange(bytes, bytes.length - SHOWN_BYTES / 2, bytes.length);
    }

    private static byte[] head(byte[] bytes) {
        return Arrays.copyOf(bytes, SHOWN_BYTES + SHOWN_BYTES / 2);
    }

    private static String hex(byte[] bytes) {
        return isCut(bytes) ? HEX.formatHex(head(bytes)) + " ... " + HEX.formatHex(tail(bytes)) : HEX.formatHex(bytes);
    }

    private static String quoted(byte[] bytes) {
        return isCut(bytes) ? escaped(head(bytes)) + "..." + escaped(tail(bytes)) : escaped(bytes);
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (char c : new String(bytes, ISO_8859_1).toCharArray()) {
            text.append(switch (c) {
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                case '"', '\\' -> "\\" + c;
                default -> c >= ' ' && c < 0x7F ? String.valueOf(c) : format("\\x%02x", (int) c);
            });
        }
        return text.toString();
    }
}

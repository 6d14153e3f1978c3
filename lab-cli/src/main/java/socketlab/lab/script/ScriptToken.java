package socketlab.lab.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A word of a script's line: text, and variables that have their value only when the line's turn comes. */
record ScriptToken(List<Piece> pieces) {
    private static final String NAME = "[a-z][a-z0-9_]*";
    private static final Pattern PIECE = Pattern.compile(
            "(?<bare>[\\w@%+=:,./-]+)|'(?<single>[^'\\\\]*)'|\"(?<double>(?:[^\"$`\\\\]|\\$" + NAME + "|\\$\\{" + NAME
                    + "})*)\"|(?<gap>\\s+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(" + NAME + ")}?|([^$]+)");

    /** Text as it stands, or a variable's name. */
    record Piece(String text, boolean variable) {}

    /**
     * The words of a line.
     *
     * @throws IllegalArgumentException when there is anything else in it: a substitution, a pattern, a redirection
     */
    static List<ScriptToken> split(String line) {
        List<ScriptToken> words = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        Matcher next = PIECE.matcher(line);
        int at = 0;
        for (; next.region(at, line.length()).lookingAt(); at = next.end()) {
            if (next.group("gap") == null) {
                pieces.addAll(pieces(next));
            } else if (!pieces.isEmpty()) {
                words.add(new ScriptToken(List.copyOf(pieces)));
                pieces.clear();
            }
        }
        if (at < line.length()) {
            throw new IllegalArgumentException(line.substring(at));
        }
        if (!pieces.isEmpty()) {
            words.add(new ScriptToken(List.copyOf(pieces)));
        }
        return words;
    }

    private static List<Piece> pieces(Matcher found) {
        if (found.group("double") == null) {
            return List.of(new Piece(found.group("bare") == null ? found.group("single") : found.group("bare"), false));
        }
        List<Piece> pieces = new ArrayList<>(List.of(new Piece("", false)));   // an empty word is a word, too
        VARIABLE.matcher(found.group("double")).results().forEach(part ->
                pieces.add(new Piece(part.group(part.group(1) == null ? 2 : 1), part.group(1) != null)));
        return pieces;
    }

    List<String> variables() {
        return pieces.stream().filter(Piece::variable).map(Piece::text).toList();
    }

    String said(Map<String, String> values) {
        return pieces.stream().map(piece -> piece.variable() ? values.get(piece.text()) : piece.text())
                .collect(Collectors.joining());
    }

    /** The word behind {@code name=}, which stands at its start; null where none does. */
    Map.Entry<String, ScriptToken> assigned() {
        Piece first = pieces.getFirst();
        Matcher form = Pattern.compile("(" + NAME + ")=(.*)").matcher(first.text());
        if (first.variable() || !form.matches()) {
            return null;
        }
        List<Piece> value = new ArrayList<>(List.of(new Piece(form.group(2), false)));
        value.addAll(pieces.subList(1, pieces.size()));
        return Map.entry(form.group(1), new ScriptToken(value));
    }
}

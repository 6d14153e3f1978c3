package socketlab.lab.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A word of a script's line: text, and variables that get their value when the line is executed. */
record ScriptToken(List<Piece> pieces) {
    private static final String NAME = "[a-z][a-z0-9_]*";
    private static final Pattern PIECE = Pattern.compile(
            "(?<bare>[\\w@%+=:,./-]+)|'(?<single>[^'\\\\]*)'|\"(?<double>(?:[^\"$`\\\\]|\\$" + NAME + "|\\$\\{" + NAME
                    + "})*)\"|(?<gap>\\s+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(" + NAME + ")}?|([^$]+)");

    /** Text as it stands, or a variable's name. */
    record Piece(String text, boolean variable) {}

    /**
     * Splits a line into its tokens.
     *
     * @throws IllegalArgumentException where it has anything else: a substitution, a pattern, a redirection
     */
    static List<ScriptToken> split(String line) {
        List<ScriptToken> tokens = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        Matcher next = PIECE.matcher(line);
        int at = 0;
        for (; next.region(at, line.length()).lookingAt(); at = next.end()) {
            if (next.group("gap") == null) {
                pieces.addAll(pieces(next));
            } else if (!pieces.isEmpty()) {
                tokens.add(new ScriptToken(List.copyOf(pieces)));
                pieces.clear();
            }
        }
        if (at < line.length()) {
            throw new IllegalArgumentException(line.substring(at));
        }
        if (!pieces.isEmpty()) {
            tokens.add(new ScriptToken(List.copyOf(pieces)));
        }
        return tokens;
    }

    private static List<Piece> pieces(Matcher found) {
        if (found.group("double") == null) {
            return List.of(new Piece(found.group("bare") == null ? found.group("single") : found.group("bare"), false));
        }
        List<Piece> pieces = new ArrayList<>(List.of(new Piece("", false)));   // "" is a word, too
        VARIABLE.matcher(found.group("double")).results().forEach(
                part -> pieces.add(new Piece(part.group(part.group(1) == null ? 2 : 1), part.group(1) != null)));
        return pieces;
    }

    /** The names of its variables. */
    List<String> variables() {
        return pieces.stream().filter(Piece::variable).map(Piece::text).toList();
    }

    /** Its text with these values; each variable must have one. */
    String expand(Map<String, String> values) {
        return pieces.stream().map(piece -> piece.variable() ? values.get(piece.text()) : piece.text())
                .collect(Collectors.joining());
    }

    /** Name and value of {@code name=value}; null where the word has another form. */
    Map.Entry<String, ScriptToken> assignment() {
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

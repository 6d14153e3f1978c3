package socketlab.core.mutants;

/**
 * A server with one fault, which the contract must catch.
 *
 * @param title       what is wrong with it
 * @param file        the source file that is changed, by its simple name
 * @param original    text that occurs in it exactly once
 * @param replacement what stands there instead
 * @param rule        the test of the contract that must fail, by its method's name; {@code name[2]} is the third of its cases
 */
public record Mutant(String title, String file, String original, String replacement, String rule) {

    String in(String source) {
        int found = source.split(java.util.regex.Pattern.quote(original), -1).length - 1;
        if (found != 1) {
            throw new AssertionError("'%s' must change one place in %s, but this stands there %d times: %s"
                    .formatted(title, file, found, original));
        }
        return source.replace(original, replacement);
    }
}

package socketlab.report.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import socketlab.results.files.PrintableText;

/** Fills in the templates of pages; every value is escaped for its format, HTML or Markdown. */
public final class Template {
    private static final PebbleEngine ENGINE = new PebbleEngine.Builder()
            .loader(new ClasspathLoader(Template.class.getClassLoader()))
            .addEscapingStrategy("md", Template::markdown)
            .autoEscaping(true).strictVariables(true).defaultLocale(Locale.ROOT).build();

    private Template() {}

    /** The template {@code /socketlab/report/<name>} with these values; a missing value is an error. */
    public static String fill(String name, Map<String, Object> values) throws IOException {
        StringWriter page = new StringWriter();
        ENGINE.getTemplate("socketlab/report/" + name).evaluate(page, values);
        return page.toString();
    }

    /** Text as one line of Markdown, with a backslash before every character that could be markup. */
    static String markdown(String text) {
        return PrintableText.of(text).replaceAll("[\\\\`*_\\[\\]<>|~&$]", "\\\\$0");
    }
}

package socketlab.report.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

/** Fills in the pages; whatever comes from a run is escaped for the kind of page that it goes into. */
public final class Template {
    private static final PebbleEngine ENGINE = new PebbleEngine.Builder()
            .loader(new ClasspathLoader(Template.class.getClassLoader()))
            .addEscapingStrategy("md", Template::markdown)
            .autoEscaping(true).strictVariables(true).defaultLocale(Locale.ROOT).build();

    private Template() {}

    /** The page that {@code /socketlab/report/<name>} makes of these values. */
    public static String fill(String name, Map<String, Object> values) throws IOException {
        StringWriter page = new StringWriter();
        ENGINE.getTemplate("socketlab/report/" + name).evaluate(page, values);
        return page.toString();
    }

    /** On one line, with a backslash before all that could begin a heading, a list, a link, a table or a tag. */
    static String markdown(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").replaceAll("[\\\\`*_\\[\\]<>|~&$]", "\\\\$0");
    }
}

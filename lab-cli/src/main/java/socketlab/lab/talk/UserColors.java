package socketlab.lab.talk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Who says it, told by a colour that is always theirs; in black and white for whoever asked for no colour. */
record UserColors(boolean coloured) {
    private static final Pattern SAID = Pattern.compile("\\[(?:([^\\]@\\s]+)@)?([^\\]@\\s]+:[0-9]+)\\] ");

    /** Of the 256 that terminals have, some that can be read on black and on white alike. */
    private static final int[] COLOURS = {160, 166, 136, 64, 34, 37, 31, 33, 62, 97, 162, 131};

    /** A line as it was heard: speakers have colours, what the room itself says stays in the background. */
    AttributedString heard(String line) {
        Matcher said = SAID.matcher(line);
        if (coloured && said.lookingAt()) {
            String who = said.group(1) == null ? said.group(2) : said.group(1);
            return of(said.group().strip(), AttributedStyle.DEFAULT.foreground(colourOf(who)),
                    " " + line.substring(said.end()));
        }
        boolean room = line.startsWith("> ") || line.startsWith("< ");
        return coloured && room ? of(line, AttributedStyle.DEFAULT.faint(), "") : new AttributedString(line);
    }

    AttributedString own(String line) {
        return coloured ? of("[You]", AttributedStyle.DEFAULT.bold(), " " + line)
                : new AttributedString("[You] " + line);
    }

    /** The same for the same name, today and tomorrow, here and at everybody else's. */
    static int colourOf(String who) {
        return COLOURS[Math.floorMod(who.hashCode(), COLOURS.length)];
    }

    private static AttributedString of(String head, AttributedStyle style, String rest) {
        return new AttributedStringBuilder().styled(style, head).append(rest).toAttributedString();
    }
}

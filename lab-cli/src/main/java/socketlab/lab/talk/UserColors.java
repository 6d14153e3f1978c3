package socketlab.lab.talk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours for chat lines: each sender has one of its own; none with NO_COLOR. */
record UserColors(boolean coloured) {
    private static final Pattern MESSAGE = Pattern.compile("\\[(?:([^\\]@\\s]+)@)?([^\\]@\\s]+:[0-9]+)\\] ");

    /** Of the 256 colours of terminals, some that are readable on black and on white. */
    private static final int[] COLOURS = {160, 166, 136, 64, 34, 37, 31, 33, 62, 97, 162, 131};

    /** A received line: its sender coloured, the room's own lines faint. */
    AttributedString received(String line) {
        Matcher message = MESSAGE.matcher(line);
        if (coloured && message.lookingAt()) {
            String sender = message.group(1) == null ? message.group(2) : message.group(1);
            return of(message.group().strip(), AttributedStyle.DEFAULT.foreground(colourOf(sender)),
                    " " + line.substring(message.end()));
        }
        boolean room = line.startsWith("> ") || line.startsWith("< ");
        return coloured && room ? of(line, AttributedStyle.DEFAULT.faint(), "") : new AttributedString(line);
    }

    /** A line of the user's own. */
    AttributedString own(String line) {
        return coloured ? of("[You]", AttributedStyle.DEFAULT.bold(), " " + line)
                : new AttributedString("[You] " + line);
    }

    /** Always the same colour for the same name, on every machine. */
    static int colourOf(String sender) {
        return COLOURS[Math.floorMod(sender.hashCode(), COLOURS.length)];
    }

    private static AttributedString of(String head, AttributedStyle style, String rest) {
        return new AttributedStringBuilder().styled(style, head).append(rest).toAttributedString();
    }
}

package socketlab.lab.talk;

import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** A line editor on a terminal: every key has its usual meaning, and no character in a line a special one. */
final class LineEditor {
    private static final Size USUAL = Size.of(80, 24);

    private LineEditor() {}

    static LineReaderImpl on(Terminal terminal) {
        if (terminal.getSize().getColumns() == 0) {   // size not known: script and docker do not set it
            terminal.setSize(USUAL);
        }
        terminal.echo(false);   // or what is typed between two lines would be shown twice
        DefaultParser plain = new DefaultParser();
        plain.setQuoteChars(new char[0]);
        plain.setEscapeChars(new char[0]);
        return (LineReaderImpl) LineReaderBuilder.builder().terminal(terminal).parser(plain)
                .option(Option.DISABLE_EVENT_EXPANSION, true).option(Option.HISTORY_REDUCE_BLANKS, false)
                .variable(LineReader.BELL_STYLE, "none").build();
    }
}

package socketlab.lab.talk;

import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** The line editor on a terminal: every key with its usual meaning, and no character of a line with a special one. */
final class LineEditor {
    private static final Size USUAL = Size.of(80, 24);

    private LineEditor() {}

    static LineReaderImpl on(Terminal terminal) {
        if (terminal.getSize().getColumns() == 0) {   // nobody has told it how large it is: script and docker do not
            terminal.setSize(USUAL);
        }
        terminal.echo(false);   // what is typed ahead, between two lines, would stand there twice
        DefaultParser plain = new DefaultParser();
        plain.setQuoteChars(new char[0]);
        plain.setEscapeChars(new char[0]);
        return (LineReaderImpl) LineReaderBuilder.builder().terminal(terminal).parser(plain)
                .option(Option.DISABLE_EVENT_EXPANSION, true).option(Option.HISTORY_REDUCE_BLANKS, false)
                .variable(LineReader.BELL_STYLE, "none").build();
    }
}

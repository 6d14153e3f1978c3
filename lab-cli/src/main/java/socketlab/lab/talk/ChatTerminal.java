package socketlab.lab.talk;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import socketlab.lab.server.Console;

/**
 * A terminal on which lines appear above the one that is being typed, and never inside it. One thread reads; any may
 * say something.
 */
public final class ChatTerminal implements Console {
    private static final String REPROMPT = "reprompt";
    private static final MaskingCallback SECRETS = new PasswordPrompt();

    private final Terminal terminal;
    private final LineReaderImpl reader;
    private volatile String prompt = "";
    private boolean typing;   // a line and not an answer; by the thread that reads, and under JLine's lock
    private String draft;
    private boolean left;     // guarded by this

    ChatTerminal(Terminal terminal) {
        this.terminal = terminal;
        reader = LineEditor.on(terminal);
        reader.getWidgets().put(REPROMPT, this::reprompt);
        reader.getWidgets().put(LineReader.CALLBACK_INIT, this::reprompt);
    }

    /** Empty where nobody sits: stdin or stdout is a pipe or a file, or the terminal can do nothing but print. */
    public static Optional<ChatTerminal> open() {
        if (System.console() == null || !System.console().isTerminal() || "dumb".equals(System.getenv("TERM"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ChatTerminal(TerminalBuilder.builder().name("lab").system(true).dumb(false)
                    .graphemeCluster(false)   // to ask the terminal would swallow what has been typed already
                    .build()));
        } catch (IOException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public void say(String line) {
        say(new AttributedString(line));
    }

    void say(AttributedString line) {
        try {
            reader.printAbove(line);
        } catch (IllegalStateException closed) {   // the JVM is going down, and JLine has given the terminal back
            sayPlainly(line);
        }
    }

    private synchronized void sayPlainly(AttributedString line) {
        if (!left) {
            System.out.println();   // what was being typed stays where it is
        }
        left = true;
        System.out.println(line);
    }

    /** What stands before the line that is being typed, from now on. Any thread. */
    void prompt(String shown) {
        prompt = shown.replace("%", "%%");   // to JLine a percent sign is the start of something
        try {
            reader.callWidget(REPROMPT);
        } catch (IllegalStateException nobodyTypes) {
            return;   // the next line begins with it
        }
    }

    /** JLine calls it under its lock: when a line is begun, and when {@link #prompt} asks. */
    private boolean reprompt() {
        if (typing) {
            reader.setPrompt(prompt);
            reader.redisplay();
        }
        return true;
    }

    /** A line to be sent, which then vanishes from where it was typed; what an interruption cuts short comes again. */
    String line() {
        String begun = draft;
        draft = null;
        typing = true;
        try {
            return read(prompt, SECRETS, begun);
        } catch (UserInterruptException cut) {
            draft = cut.getPartialLine();
            throw cut;
        } finally {
            typing = false;
        }
    }

    /** The answer to a question; none at Ctrl-D. */
    Optional<String> ask(String question, PromptAnswer kind) {
        try {
            return Optional.of(read(question.replace("%", "%%"), kind, null));
        } catch (EndOfFileException none) {
            return Optional.empty();
        }
    }

    /** No is the answer of who types n or Ctrl-D; a mere Enter is a yes. */
    boolean agrees(String question) {
        return ask(question, PromptAnswer.OPEN).filter(answer -> !answer.strip().toLowerCase(Locale.ROOT).startsWith("n"))
                .isPresent();
    }

    @Override
    public String command() {
        try {
            return read("> ", null, null);
        } catch (UserInterruptException ctrlC) {
            return "exit";
        } catch (EndOfFileException | IllegalStateException end) {
            return null;
        }
    }

    private String read(String before, MaskingCallback mask, String begun) {
        reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, typing);
        return reader.readLine(before, null, mask, begun);
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            System.err.println("the terminal could not be restored: " + e.getMessage());
        }
    }
}

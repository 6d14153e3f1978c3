package socketlab.lab.talk;

import java.io.IOError;
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
 * A terminal that prints lines above the one that is being typed, never into it. One thread reads; any thread may print.
 */
public final class ChatTerminal implements Console {
    private static final String REPROMPT = "reprompt";
    private static final MaskingCallback MASK = new PasswordPrompt();

    private final Terminal terminal;
    private final LineReaderImpl reader;
    private volatile String prompt = "";
    private boolean typing;   // a line, not an answer; by the reading thread, and under JLine's lock
    private String draft;
    private boolean closing;     // guarded by this

    ChatTerminal(Terminal terminal) {
        this.terminal = terminal;
        reader = LineEditor.on(terminal);
        reader.getWidgets().put(REPROMPT, this::reprompt);
        reader.getWidgets().put(LineReader.CALLBACK_INIT, this::reprompt);
    }

    /** Empty where there is no terminal to type at: stdin or stdout is a pipe or a file, or the terminal is dumb. */
    @SuppressWarnings("SystemConsoleNull")   // -Djdk.console=java.base brings back the null
    public static Optional<ChatTerminal> open() {
        if (System.console() == null || !System.console().isTerminal() || "dumb".equals(System.getenv("TERM"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ChatTerminal(TerminalBuilder.builder().name("lab").system(true).dumb(false)
                    .graphemeCluster(false)   // asking the terminal would swallow what was typed before
                    .build()));
        } catch (IOException | IllegalStateException unusable) {
            return Optional.empty();
        }
    }

    @Override
    public void print(String line) {
        print(new AttributedString(line));
    }

    /** Prints a styled line above the one being typed; any thread. */
    void print(AttributedString line) {
        try {
            reader.printAbove(line);
        } catch (IllegalStateException closed) {   // the JVM is shutting down, and JLine has restored the terminal
            printPlainly(line);
        }
    }

    private synchronized void printPlainly(AttributedString line) {
        if (!closing) {
            System.out.println();   // the line being typed stays where it is
        }
        closing = true;
        System.out.println(line);
    }

    /** Changes the prompt of the line being typed and of those after it; any thread. */
    void setPrompt(String text) {
        prompt = text.replace("%", "%%");   // JLine expands percent signs
        try {
            reader.callWidget(REPROMPT);
        } catch (IllegalStateException notReading) {
            return;   // the next line will begin with it
        }
    }

    /** JLine calls it under its lock: when a line is begun, and after {@link #setPrompt}. */
    private boolean reprompt() {
        if (typing) {
            reader.setPrompt(prompt);
            reader.redisplay();
        }
        return true;
    }

    /** Reads a line to be sent and erases it; a line cut short by an interruption is offered again. */
    String readLine() {
        String partial = draft;
        draft = null;
        typing = true;
        try {
            return read(prompt, MASK, partial);
        } catch (UserInterruptException interrupted) {
            draft = interrupted.getPartialLine();
            throw interrupted;
        } finally {
            typing = false;
        }
    }

    /** Asks a question; empty at Ctrl-D. */
    Optional<String> ask(String question, PromptAnswer kind) {
        try {
            return Optional.of(read(question.replace("%", "%%"), kind, null));
        } catch (EndOfFileException ctrlD) {
            return Optional.empty();
        }
    }

    /** Asks for yes or no: n and Ctrl-D are no, Enter alone is yes. */
    boolean confirm(String question) {
        return ask(question, PromptAnswer.OPEN).filter(answer -> !answer.strip().toLowerCase(Locale.ROOT).startsWith("n"))
                .isPresent();
    }

    @Override
    public String readCommand() {
        try {
            return read("> ", null, null);
        } catch (UserInterruptException | EndOfFileException ctrlCOrD) {
            return "exit";
        } catch (IllegalStateException | IOError unreadable) {   // closed; or we were sent to the background
            return null;
        }
    }

    private String read(String prompt, MaskingCallback mask, String partial) {
        reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, typing);
        return reader.readLine(prompt, null, mask, partial);
    }

    /** Restores the terminal. */
    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            System.err.println("the terminal could not be restored: " + e.getMessage());
        }
    }
}

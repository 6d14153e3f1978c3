package socketlab.lab.talk;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.util.Optional;
import socketlab.lab.talk.PasswordPrompt.MissingPassword;

/** Sends what the user types; rejects what cannot be sent. On the typing thread. */
final class LineInput {
    private final ChatTerminal terminal;
    private final ChatChannel channel;
    private final ChatEndpoint endpoint;
    private final UserColors colors;
    private final UserState user;

    LineInput(ChatTerminal terminal, ChatChannel channel, ChatEndpoint endpoint, UserColors colors, UserState user) {
        this.terminal = terminal;
        this.channel = channel;
        this.endpoint = endpoint;
        this.colors = colors;
        this.user = user;
    }

    /** Sends what comes before the user's own lines: a name, if there is one. */
    void begin() throws IOException {
        Optional<String> first = endpoint.firstMessage();
        if (first.isPresent()) {
            send(first.get());
        }
    }

    /** Sends a typed line; asks for a password that is missing in it. */
    void submit(String typed) throws IOException {
        String line = MissingPassword.in(typed).map(missing -> withPassword(missing, typed)).orElse(typed);
        Optional<String> rejected = endpoint.tooLong(line);
        if (rejected.isPresent()) {
            terminal.print("not sent: " + rejected.get());
        } else if (!line.isBlank()) {
            terminal.print(colors.own(PasswordPrompt.withoutPassword(line)));
            send(line);
        }
    }

    /** Empty where no password was given, or two that differ. */
    private String withPassword(MissingPassword missing, String typed) {
        String password = secret(format("Password for %s: ", missing.name()));
        if (missing.isNew() && !password.isEmpty() && !secret("Once more: ").equals(password)) {
            terminal.print("not sent: the two passwords differ");
            return "";
        }
        return password.isEmpty() ? "" : typed.strip() + " " + password;
    }

    private String secret(String question) {
        return terminal.ask(question, PromptAnswer.SECRET).orElse("");
    }

    /** Sends {@code /quit}. */
    void sendQuit() throws IOException {
        send(UserState.quitMessage());
        channel.endOutput();
    }

    private void send(String line) throws IOException {
        user.sent(line);
        channel.send(line);
    }
}

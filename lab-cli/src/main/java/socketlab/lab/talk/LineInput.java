package socketlab.lab.talk;

import java.io.IOException;
import java.util.Optional;
import socketlab.lab.talk.PasswordPrompt.Wanting;

/** What a person types becomes what the server is told; what cannot be sent is refused. On the thread that types. */
final class LineInput {
    private final ChatTerminal desk;
    private final ChatChannel wire;
    private final ChatEndpoint target;
    private final UserColors paint;
    private final UserState me;

    LineInput(ChatTerminal desk, ChatChannel wire, ChatEndpoint target, UserColors paint, UserState me) {
        this.desk = desk;
        this.wire = wire;
        this.target = target;
        this.paint = paint;
        this.me = me;
    }

    void introduce() throws IOException {
        if (target.name().isPresent()) {
            say(UserState.introduction(target.name().get()));
        } else if (target.udp()) {
            desk.say("(over UDP the server learns of you with your first line)");
        }
    }

    void submit(String typed) throws IOException {
        String line = Wanting.in(typed).map(wanting -> withPassword(wanting, typed)).orElse(typed);
        Optional<String> refused = target.tooLong(line);
        if (refused.isPresent()) {
            desk.say("not sent: " + refused.get());
        } else if (!line.isBlank()) {
            desk.say(paint.own(PasswordPrompt.without(line)));
            say(line);
        }
    }

    /** Empty when none was given, or when two were that differ. */
    private String withPassword(Wanting wanting, String typed) {
        String password = secret("Password for %s: ".formatted(wanting.name()));
        if (wanting.isNew() && !password.isEmpty() && !secret("Once more: ").equals(password)) {
            desk.say("not sent: these were two different passwords");
            return "";
        }
        return password.isEmpty() ? "" : typed.strip() + " " + password;
    }

    private String secret(String question) {
        return desk.ask(question, PromptAnswer.SECRET).orElse("");
    }

    void goodbye() throws IOException {
        say(UserState.goodbye());
        wire.finish();
    }

    private void say(String line) throws IOException {
        me.say(line);
        wire.say(line);
    }
}

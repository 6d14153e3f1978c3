package socketlab.services.chat;

import java.util.Optional;
import socketlab.core.Framing;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Session;
import socketlab.core.Text;

/** One room for all who connect, with names that can be kept under a password. */
public final class ChatService implements Service {
    private static final String USUAL_FRAMING = "lines";
    private static final String ENTERED_BY_NAME = "pickle";   // its clients wait to be answered before they listen

    private final Room room = new Room();
    private final Framing framing;
    private final ChatSession.Rules rules;
    private final Accounts accounts;

    private ChatService(ServiceOptions options) {
        options.refuseWork("chat");
        this.framing = options.framingOr(USUAL_FRAMING);
        this.rules = new ChatSession.Rules(options.framing().orElse(USUAL_FRAMING).equals(ENTERED_BY_NAME),
                options.chat().loginRequired(), options.chat().rate(), System::nanoTime);
        this.accounts = Accounts.open(options.chat().accounts(), PasswordHasher.bcrypt(options.chat().hashCost()));
    }

    @Override
    public Framing framing() {
        return framing;
    }

    @Override
    public Session open(Peer peer) {
        return new ChatSession(peer, room, rules, accounts);
    }

    @Override
    public boolean pushes() {
        return true;
    }

    @Override
    public String shown(byte[] message) {
        return RoomCommand.shown(Text.text(message));
    }

    @Override
    public Optional<String> console(String line) {
        String[] words = RoomCommand.halves(line);
        return switch (words[0]) {
            case "help" -> Optional.of("broadcast TEXT   says it to everybody in the room");
            case "broadcast" -> Optional.of(words[1].isBlank() ? "it goes like this: broadcast TEXT"
                    : room.announce(Text.printable(words[1])));
            case "kick" -> sendAway(words[1].strip());
            default -> Optional.empty();
        };
    }

    /** Says goodbye; to close the door is the server's part, and so is to say that it did. */
    private Optional<String> sendAway(String id) {
        if (id.matches("[0-9]{1,18}")) {
            room.sendAway(Long.parseLong(id), "> You have been sent away. Goodbye!");
        }
        return Optional.empty();
    }

    @Override
    public void stopping() {
        room.close("> The server is closing. Goodbye!");
    }

    @Override
    public void close() {
        accounts.close();
    }

    /** Finds it under {@code chat}. */
    public static final class Factory implements ServiceFactory {
        @Override
        public String name() {
            return "chat";
        }

        @Override
        public String summary() {
            return "what one says all others hear; names and accounts; /help says more";
        }

        @Override
        public int port() {
            return 7777;
        }

        @Override
        public Optional<String> warning() {
            return Optional.of("whoever is on the way can read all that is said, passwords too: nothing is encrypted;"
                    + " take a password that you use nowhere else");
        }

        @Override
        public Service create(ServiceOptions options, String model) {
            return new ChatService(options);
        }
    }
}

package socketlab.services.chat;

import java.util.Optional;
import socketlab.core.Framing;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Session;
import socketlab.core.Text;
import socketlab.core.framing.LineFraming;

/** A chat: one room for all clients, with accounts for those who want one. */
public final class ChatService implements Service {
    private static final String DEFAULT_FRAMING = "lines";
    private static final String NAME_FIRST_FRAMING = "pickle";   // its clients read nothing before CLIENT: host:port

    private final Room room = new Room();
    private final Framing framing;
    private final ChatSession.Rules rules;
    private final Authenticator authenticator;

    private ChatService(ServiceOptions options) {
        options.requireNoWork("chat");
        Framing chosen = options.framingOr(DEFAULT_FRAMING);
        this.framing = chosen instanceof LineFraming lines ? lines.withTelnet() : chosen;
        this.rules = new ChatSession.Rules(options.framing().orElse(DEFAULT_FRAMING).equals(NAME_FIRST_FRAMING),
                options.chat().loginRequired(), options.chat().rate(), System::nanoTime);
        this.authenticator = new Authenticator(
                Accounts.open(options.chat().accounts(), PasswordHasher.bcrypt(options.chat().hashCost())),
                new LoginThrottle(System::nanoTime), new HashQueue(options.chat().maxHashes(), System::nanoTime));
    }

    @Override
    public Framing framing() {
        return framing;
    }

    @Override
    public Session open(Peer peer) {
        return new ChatSession(peer, room, rules, authenticator);
    }

    @Override
    public boolean pushes() {
        return true;
    }

    @Override
    public String logText(byte[] message) {
        return RoomCommand.redact(Text.text(message));
    }

    @Override
    public Optional<String> console(String line) {
        String[] words = RoomCommand.splitFirstWord(line);
        return switch (words[0]) {
            case "help" -> Optional.of("broadcast TEXT   sends it to everybody in the room");
            case "broadcast" -> Optional.of(words[1].isBlank() ? "usage: broadcast TEXT"
                    : room.announce(Text.printable(words[1])));
            case "kick" -> kick(words[1].strip());
            default -> Optional.empty();
        };
    }

    /** Only says goodbye: the server closes the connection and reports it. */
    private Optional<String> kick(String id) {
        if (id.matches("[0-9]{1,18}")) {
            room.kick(Long.parseLong(id), "> You have been sent away. Goodbye!");
        }
        return Optional.empty();
    }

    @Override
    public void stopping() {
        room.close("> The server is closing. Goodbye!");
    }

    @Override
    public void close() {
        authenticator.close();
    }

    /** Registers the service under the name {@code chat}. */
    public static final class Factory implements ServiceFactory {
        @Override
        public String name() {
            return "chat";
        }

        @Override
        public String summary() {
            return "a room: every message goes to all others; names and accounts; /help lists the commands";
        }

        @Override
        public int port() {
            return 7777;
        }

        @Override
        public Optional<String> warning() {
            return Optional.of("nothing is encrypted: everybody on the network path can read messages and passwords;"
                    + " use a password that you use nowhere else");
        }

        @Override
        public Service create(ServiceOptions options, String model) {
            return new ChatService(options);
        }
    }
}

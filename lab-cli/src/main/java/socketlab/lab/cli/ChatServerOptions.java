package socketlab.lab.cli;

import static socketlab.core.Text.format;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import socketlab.core.ServiceOptions.Chat;

/** How a chat is served: who may join, and how fast members may send. */
final class ChatServerOptions {
    private static final int RATE_WHEN_OPEN = 20;

    @Option(names = "--accounts", paramLabel = "FILE",
            description = "chat: the database file of the accounts, or :memory: (default: accounts.db; run: :memory:)")
    String accounts;

    @Option(names = "--hash-cost", paramLabel = "N", defaultValue = "10", converter = HashCost.class,
            description = "chat: the cost of bcrypt, 4 to 20; one more doubles the time of a hash (default: ${DEFAULT-VALUE})")
    int hashCost;

    @Option(names = "--login", paramLabel = "required", converter = Login.class,
            description = "chat: only logged-in users may join")
    String login;   // for a Boolean, picocli would take no value

    @Option(names = "--rate", paramLabel = "N", converter = Rate.class,
            description = "chat: most messages per second from one client; 0: no limit (default: 20, on loopback 0)")
    Integer rate;

    @Option(names = "--max-hashes", paramLabel = "N", converter = Rate.class,
            description = "chat: most passwords that wait to be hashed; others are told to try again; 0: no limit"
                    + " (default: 64; run: 0)")
    Integer maxHashes;

    /** {@code usual} says where accounts are kept and how many hashes may wait, unless the user does. */
    Chat chat(InetSocketAddress bind, Chat usual) {
        int usualRate = bind.getAddress().isLoopbackAddress() ? 0 : RATE_WHEN_OPEN;
        return new Chat(accounts == null ? usual.accounts() : accounts, hashCost, login != null,
                rate == null ? usualRate : rate, maxHashes == null ? usual.maxHashes() : maxHashes);
    }

    /** The same options as arguments, for the servers of a run. */
    static List<String> arguments(Chat chat) {
        List<String> arguments = new ArrayList<>(List.of("--accounts", chat.accounts(),
                "--hash-cost", "" + chat.hashCost(), "--rate", "" + chat.rate(),
                "--max-hashes", "" + chat.maxHashes()));
        if (chat.loginRequired()) {
            arguments.addAll(List.of("--login", "required"));
        }
        return arguments;
    }

    /** The only value of --login. */
    static final class Login implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!text.equals("required")) {
                throw new TypeConversionException(
                        format("unknown --login '%s'; write --login required, or leave it out", text));
            }
            return text;
        }
    }

    /** A number from 4 to 20. */
    static final class HashCost implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text, Chat.LEAST_COST, Chat.MOST_COST);
        }
    }

    /** A number from 0 on. */
    static final class Rate implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text, 0, 1_000_000);
        }
    }

    private static int whole(String text, int least, int most) {
        int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new TypeConversionException(format("'%s' is not a whole number from %d to %d", text, least,
                    most));
        }
        return number;
    }
}

package socketlab.load.chat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import socketlab.load.loop.TinyServer;

/** A chat as small as can be, which a test may make pass things on wrongly. */
final class TinyRoom implements AutoCloseable {

    /** How one remark is passed on to one member, both counted from 1 in order of entry. */
    interface PassesOn {
        void pass(int speaker, int listener, String line, Push push) throws IOException;
    }

    /** Says something to the listener. */
    interface Push {
        void push(String line) throws IOException;

        void hangUp() throws IOException;
    }

    static final PassesOn RIGHTLY = (speaker, listener, line, push) -> push.push(line);

    private record Guest(int number, Socket socket) implements Push {
        String name() {
            return "127.0.0.1:" + socket.getPort();
        }

        @Override
        public void push(String line) throws IOException {
            TinyServer.say(socket, line + "\n");
        }

        @Override
        public void hangUp() throws IOException {
            socket.close();
        }
    }

    private final TinyServer server = new TinyServer(this::serve);
    private final PassesOn passing;
    private final int most;
    private final Predicate<String> refused;
    private final List<Guest> guests = new ArrayList<>();   // under the monitor
    private int entered;                                    // under the monitor

    TinyRoom(PassesOn passing) {
        this(passing, Integer.MAX_VALUE);
    }

    /** Commands that are refused. */
    TinyRoom(Predicate<String> refused) {
        this(RIGHTLY, Integer.MAX_VALUE, refused);
    }

    /** Whoever comes when so many are there is left waiting. */
    TinyRoom(PassesOn passing, int most) {
        this(passing, most, line -> false);
    }

    private TinyRoom(PassesOn passing, int most, Predicate<String> refused) {
        this.passing = passing;
        this.most = most;
        this.refused = refused;
    }

    InetSocketAddress address() {
        return server.address();
    }

    private void serve(Socket socket) throws IOException {
        Guest guest = enter(socket);
        if (guest == null) {
            TinyServer.listenOnly(socket);
            return;
        }
        try {
            for (String line = TinyServer.line(socket); line != null; line = TinyServer.line(socket)) {
                hear(guest, line);
            }
        } finally {
            leave(guest);
        }
    }

    private synchronized Guest enter(Socket socket) throws IOException {
        if (guests.size() >= most) {
            return null;
        }
        Guest guest = new Guest(++entered, socket);
        guests.add(guest);
        guest.push("> Connected to the chat server " + online());
        for (Guest other : guests.subList(0, guests.size() - 1)) {
            other.push("> New user " + guest.name() + " entered " + online());
        }
        return guest;
    }

    private void hear(Guest guest, String line) throws IOException {
        switch (refused.test(line) ? "refused" : line.split(" ")[0]) {
            case "refused" -> guest.push("No, no, no");
            case "/register" -> guest.push("You are registered as somebody");
            case "/login" -> guest.push("You are logged in as somebody");
            case "/logout" -> guest.push("You are logged out");
            default -> say(guest, line);
        }
    }

    private synchronized void say(Guest speaker, String line) throws IOException {
        for (Guest guest : guests) {
            if (guest != speaker) {
                passing.pass(speaker.number(), guest.number(), "[" + speaker.name() + "] " + line, guest);
            }
        }
    }

    private synchronized void leave(Guest guest) throws IOException {
        guests.remove(guest);
        for (Guest other : guests) {
            other.push("< The user " + guest.name() + " left " + online());
        }
    }

    private String online() {
        return "(" + guests.size() + (guests.size() == 1 ? " user" : " users") + " online)";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package socketlab.load.chat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import socketlab.load.loop.TestTcpServer;

/** A minimal chat server; a test decides how it delivers a message, correctly or not. */
final class TestChatRoom implements AutoCloseable {

    /** Delivers one message to one participant; participants count from 1 in order of joining. */
    interface Delivery {
        void deliver(int sender, int receiver, String line, Receiver push) throws IOException;
    }

    /** Sends to the participant that a message is delivered to. */
    interface Receiver {
        void send(String line) throws IOException;

        void close() throws IOException;
    }

    static final Delivery CORRECT = (sender, receiver, line, push) -> push.send(line);

    private record Participant(int number, Socket socket) implements Receiver {
        String name() {
            return "127.0.0.1:" + socket.getPort();
        }

        @Override
        public void send(String line) throws IOException {
            TestTcpServer.send(socket, line + "\n");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private final TestTcpServer server = new TestTcpServer(this::serve);
    private final Delivery delivery;
    private final int capacity;
    private final Predicate<String> refused;
    private final List<Participant> participants = new ArrayList<>();   // under the monitor
    private int joined;                                                 // under the monitor

    TestChatRoom(Delivery delivery) {
        this(delivery, Integer.MAX_VALUE);
    }

    /** Delivers correctly, and refuses these commands. */
    TestChatRoom(Predicate<String> refused) {
        this(CORRECT, Integer.MAX_VALUE, refused);
    }

    /** A client that connects when so many are in the room waits. */
    TestChatRoom(Delivery delivery, int capacity) {
        this(delivery, capacity, line -> false);
    }

    private TestChatRoom(Delivery delivery, int capacity, Predicate<String> refused) {
        this.delivery = delivery;
        this.capacity = capacity;
        this.refused = refused;
    }

    InetSocketAddress address() {
        return server.address();
    }

    private void serve(Socket socket) throws IOException {
        Participant participant = join(socket);
        if (participant == null) {
            TestTcpServer.discardInput(socket);
            return;
        }
        try {
            for (String line = TestTcpServer.readLine(socket); line != null; line = TestTcpServer.readLine(socket)) {
                handle(participant, line);
            }
        } finally {
            leave(participant);
        }
    }

    private synchronized Participant join(Socket socket) throws IOException {
        if (participants.size() >= capacity) {
            return null;
        }
        Participant participant = new Participant(++joined, socket);
        participants.add(participant);
        participant.send("> Connected to the chat server " + online());
        for (Participant other : participants.subList(0, participants.size() - 1)) {
            other.send("> New user " + participant.name() + " entered " + online());
        }
        return participant;
    }

    private void handle(Participant participant, String line) throws IOException {
        switch (refused.test(line) ? "refused" : line.split(" ")[0]) {
            case "refused" -> participant.send("No, no, no");
            case "/register" -> participant.send("You are registered as somebody");
            case "/login" -> participant.send("You are logged in as somebody");
            case "/logout" -> participant.send("You are logged out");
            default -> broadcast(participant, line);
        }
    }

    private synchronized void broadcast(Participant sender, String line) throws IOException {
        for (Participant participant : participants) {
            if (participant != sender) {
                delivery.deliver(sender.number(), participant.number(), "[" + sender.name() + "] " + line, participant);
            }
        }
    }

    private synchronized void leave(Participant participant) throws IOException {
        participants.remove(participant);
        for (Participant other : participants) {
            other.send("< The user " + participant.name() + " left " + online());
        }
    }

    private String online() {
        return "(" + participants.size() + (participants.size() == 1 ? " user" : " users") + " online)";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

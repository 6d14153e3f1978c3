package socketlab.bench;

import static socketlab.core.Text.format;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A blocking member of a chat room, which reads line by line. */
record RoomMember(Socket socket, BufferedReader in) implements AutoCloseable {
    static RoomMember connect(InetSocketAddress server) throws IOException {
        Socket socket = EchoClient.OverTcp.connect(server).socket();
        return new RoomMember(socket, new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    }

    void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    String receive() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the server closed a member's connection");
        }
        return line;
    }

    void receive(String start) throws IOException {
        String line = receive();
        if (!line.startsWith(start)) {
            throw new IOException(format("expected '%s ...', received '%s'", start, line));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

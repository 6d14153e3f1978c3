package socketlab.bench;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody in a chat room, who reads line by line. */
record Member(Socket socket, BufferedReader in) implements AutoCloseable {
    static Member of(InetSocketAddress server) throws IOException {
        Socket socket = Caller.OverTcp.to(server).socket();
        return new Member(socket, new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    }

    void says(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    String hears() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the room hung up on a member");
        }
        return line;
    }

    void hears(String start) throws IOException {
        String line = hears();
        if (!line.startsWith(start)) {
            throw new IOException("expected '%s ...', heard '%s'".formatted(start, line));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

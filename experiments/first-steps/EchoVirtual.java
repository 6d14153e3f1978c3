// A virtual thread per client: the same code as with threads, but a waiting one holds no platform thread.
//
// Run: java EchoVirtual.java [PORT]          then, in two other windows: nc -v 127.0.0.1 9998

void main(String[] arguments) {
    int port = port(arguments);
    try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
        IO.println("[listening] 127.0.0.1:" + server.getLocalPort());
        while (true) {
            Socket client = server.accept();
            Thread.startVirtualThread(() -> echo(client));
        }
    } catch (IOException e) {
        System.err.println("cannot serve on 127.0.0.1:" + port + ": " + e.getMessage());
        System.exit(1);
    }
}

/** Sends back all bytes until the client closes the connection. An error ends this client only. */
void echo(Socket client) {
    try (client) {
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[1024];
        for (int count; (count = in.read(buffer)) >= 0;) {
            out.write(buffer, 0, count);
        }
    } catch (IOException e) {
        System.err.println("a client is lost: " + e.getMessage());
    }
}

int port(String[] arguments) {
    String text = arguments.length == 0 ? "9998" : arguments[0];
    if (arguments.length > 1 || !text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println("usage: java EchoVirtual.java [PORT], from 0 (any free one) to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}

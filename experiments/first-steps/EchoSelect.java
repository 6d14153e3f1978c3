// One thread serves every client: the selector reports which channels are ready, and the thread waits for none of them.
//
// Run: java EchoSelect.java [PORT]          then, in two other windows: nc -v 127.0.0.1 9998

void main(String[] arguments) {
    int port = port(arguments);
    try (Selector selector = Selector.open(); ServerSocketChannel server = ServerSocketChannel.open()) {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        IO.println("[listening] 127.0.0.1:" + server.socket().getLocalPort());
        while (true) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isAcceptable()) {
                    SocketChannel client = server.accept();
                    client.configureBlocking(false);
                    client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(1024));
                } else {
                    echo(key, (SocketChannel) key.channel(), (ByteBuffer) key.attachment());
                }
            }
            selector.selectedKeys().clear();
        }
    } catch (IOException e) {
        System.err.println("cannot serve on 127.0.0.1:" + port + ": " + e.getMessage());
        System.exit(1);
    }
}

/** Sends back what came. While a client reads too slowly, the rest waits in its buffer and the server reads no more. */
void echo(SelectionKey key, SocketChannel client, ByteBuffer buffer) throws IOException {
    try {
        if (key.isReadable() && client.read(buffer) < 0) {
            client.close();
            return;
        }
        buffer.flip();
        client.write(buffer);
        buffer.compact();
        key.interestOps(buffer.position() == 0 ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
    } catch (IOException e) {
        System.err.println("a client is lost: " + e.getMessage());
        client.close();
    }
}

int port(String[] arguments) {
    String text = arguments.length == 0 ? "9998" : arguments[0];
    if (arguments.length > 1 || !text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println("usage: java EchoSelect.java [PORT], from 0 (any free one) to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}

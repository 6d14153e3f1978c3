// No connections: each datagram goes back to its sender. There is nothing to accept and nothing to close.
//
// Run: java EchoUdp.java [PORT]          then, in two other windows: nc -u 127.0.0.1 9998

void main(String[] arguments) {
    int port = port(arguments);
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
        IO.println("[listening] 127.0.0.1:" + socket.getLocalPort());
        while (true) {
            byte[] buffer = new byte[65_507];   // no datagram is larger; bytes beyond the buffer would be lost
            DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
            socket.receive(datagram);
            socket.send(datagram);              // it has its sender's address
        }
    } catch (IOException e) {
        System.err.println("cannot serve on 127.0.0.1:" + port + ": " + e.getMessage());
        System.exit(1);
    }
}

int port(String[] arguments) {
    String text = arguments.length == 0 ? "9998" : arguments[0];
    if (arguments.length > 1 || !text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println("usage: java EchoUdp.java [PORT], from 0 (any free one) to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}

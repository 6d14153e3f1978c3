// Ten short sends, then a long one. How many messages arrive? TCP carries bytes; it does not know where a message ends.
// Run: java TenSends.java          Then: java TenSends.java lines, and: java TenSends.java length

void main(String[] arguments) throws IOException, InterruptedException {
    String framing = framing(arguments);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Socket sender = new Socket(server.getInetAddress(), server.getLocalPort());
            Socket receiver = server.accept()) {
        for (List<String> words : List.of(List.of("abcdefghij".split("")), List.of("x".repeat(20_000)))) {
            IO.println("receiver: waits ...");
            int bytes = send(framing, words, new DataOutputStream(sender.getOutputStream()));
            while (receiver.getInputStream().available() < bytes) {
                Thread.sleep(1);   // reads when all bytes have arrived, so that every run gives the same result
            }
            List<String> heard = hear(framing, receiver.getInputStream());
            IO.println("receiver: heard " + heard.size() + " x " + shown(heard.getFirst()) + " ...");
            Thread.sleep(600);
        }
        IO.println("sender: bye");
    }
}

int send(String framing, List<String> words, DataOutputStream out) throws IOException, InterruptedException {
    for (String word : words) {
        switch (framing) {
            case "lines" -> out.write((word + "\n").getBytes());
            case "length" -> out.writeUTF(word);   // two bytes of length, then the text
            default -> out.write(word.getBytes());
        }
        IO.println("sender: " + shown(word));
        Thread.sleep(50);
    }
    return out.size();
}

List<String> hear(String framing, InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in));
    byte[] buffer = new byte[2000];
    List<String> heard = new ArrayList<>();
    while (lines.ready()) {
        heard.add(switch (framing) {
            case "lines" -> lines.readLine();
            case "length" -> new DataInputStream(in).readUTF();
            default -> new String(buffer, 0, in.read(buffer));   // takes the result of one read for a message
        });
    }
    return heard;
}

String shown(String word) {
    return word.length() <= 10 ? word : word.length() + " bytes";
}

String framing(String[] arguments) {
    if (arguments.length > 1 || arguments.length == 1 && !List.of("lines", "length").contains(arguments[0])) {
        System.err.println("usage: java TenSends.java [lines | length]");
        System.exit(2);
    }
    return arguments.length == 0 ? "raw" : arguments[0];
}

// main starts a thread, waits for it with `join`, and goes on. Without `join` the order of the output is open.
//
// Run: java HelloThread.java           Then: java HelloThread.java nojoin

void main(String[] arguments) throws InterruptedException {
    boolean join = joins(arguments);

    IO.println("main: Starting");
    Thread thread = new Thread(() -> IO.println("thread: Hello"));
    thread.start();
    if (join) {
        thread.join();
    }
    IO.println("main: Finished");
}

boolean joins(String[] arguments) {
    if (arguments.length > 1 || arguments.length == 1 && !arguments[0].equals("nojoin")) {
        System.err.println("usage: java HelloThread.java [nojoin]");
        System.exit(2);
    }
    return arguments.length == 0;
}

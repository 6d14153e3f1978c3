// Five threads increment one counter: each reads it, sleeps for 0.1 s, and writes back one more. Three rounds make 15.
//
// Run: java SharedCounter.java         Then: java SharedCounter.java lock

final int threads = 5;
final int rounds = 3;
final CyclicBarrier start = new CyclicBarrier(threads);   // all begin a round together, so updates are always lost
final Lock lock = new ReentrantLock();
int counter = 0;

void main(String[] arguments) throws InterruptedException {
    boolean locked = locks(arguments);

    List<Thread> counting = new ArrayList<>();
    for (int i = 1; i <= threads; i++) {
        String name = "thread " + i;
        counting.add(Thread.ofPlatform().start(() -> count(name, locked)));
    }
    for (Thread thread : counting) {
        thread.join();
    }
    IO.println("counted " + counter + " of " + threads * rounds);
}

void count(String name, boolean locked) {
    try {
        for (int round = 0; round < rounds; round++) {
            start.await();
            if (locked) {
                IO.println(name + ": waits for the lock ...");
                lock.lock();
            }
            try {
                increment(name);
            } finally {
                if (locked) {
                    lock.unlock();
                }
            }
        }
    } catch (InterruptedException | BrokenBarrierException e) {
        Thread.currentThread().interrupt();   // an interrupt asks this thread to end
    }
}

void increment(String name) throws InterruptedException {
    int read = counter;
    IO.println(name + ": read " + read + " ...");
    Thread.sleep(100);
    counter = read + 1;
    IO.println(name + ": wrote " + counter);
}

boolean locks(String[] arguments) {
    if (arguments.length > 1 || arguments.length == 1 && !arguments[0].equals("lock")) {
        System.err.println("usage: java SharedCounter.java [lock]");
        System.exit(2);
    }
    return arguments.length == 1;
}

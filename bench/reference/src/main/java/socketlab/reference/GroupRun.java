package socketlab.reference;

import static socketlab.report.text.Formats.format;

import java.io.IOException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.Map;
import java.util.Random;
import socketlab.reference.Contestant.Kind;
import socketlab.reference.servers.SelectorLoad;
import socketlab.report.bench.ReferenceGroup;
import socketlab.report.bench.ReferenceRow;

/** Measures one group: starts its programs, warms them up, and measures each of them once in every round, in shuffled order. */
final class GroupRun implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration SHORT_LOOK = Duration.ofMillis(50);
    private static final long QUIET_NANOS = LOOK.toNanos() / 100;   // 1 % of a core

    private final Work work;
    private final Timing timing;
    private final Programs programs;
    private final Cores cores;
    private final SpinCheck spin;
    private final Consumer<String> progress;
    private final Random random = new Random();
    private final Map<Contestant, Child> running = new LinkedHashMap<>();
    private final Map<Child, Integer> ports = new LinkedHashMap<>();
    private final Map<Contestant, List<Figures>> figures = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private Child countingServer;
    private int countingPort;
    private int repeated;
    private int disturbed;

    GroupRun(Work work, Setup setup, Consumer<String> progress) {
        this.work = work;
        this.timing = setup.timing();
        this.programs = setup.programs();
        this.cores = setup.cores();
        this.spin = setup.spin();
        this.progress = progress;
    }

    /** What all groups share. */
    record Setup(Timing timing, Programs programs, Cores cores, SpinCheck spin) {}

    /** The figures of all programs that could be measured. */
    ReferenceGroup run() throws IOException {
        try {
            if (work.loads()) {
                countingServer = child(cores.onServerCore(programs.c(work.load().equals("udp") ? "datagram_echo" : "echo")));
                countingPort = countingServer.port();
            } else if (!work.load().equals("tcp") && !work.load().equals("udp")) {
                programs.c("load");   // there is no other load client for this work
            }
        } catch (LeftOutException e) {
            leftOut.add("all of it: " + e.getMessage());
            return group();
        }
        for (Contestant contestant : work.contestants()) {
            begin(contestant);
        }
        for (int round = 1; round <= timing.rounds() && !figures.isEmpty(); round++) {
            round(round);
        }
        return group();
    }

    /** A program that does not start is left out; the others are measured. */
    private void begin(Contestant contestant) throws IOException {
        try {
            if (!work.isBurst()) {
                say("warming up " + contestant.name());
                running.put(contestant, start(contestant));
                warmUp(contestant);
            }
            figures.put(contestant, new ArrayList<>());
        } catch (LeftOutException e) {
            drop(contestant, e);
        }
    }

    private Child start(Contestant contestant) throws IOException {
        List<String> command = contestant.command().line(programs, countingPort);
        return child(work.loads() ? cores.onLoadCore(command) : cores.onServerCore(command));
    }

    private Child child(List<String> command) throws IOException {
        return new Child(command, programs.folder());
    }

    private void drop(Contestant contestant, IOException why) throws IOException {
        Child.stayIfEnding();
        leftOut.add(contestant.name() + ": " + why.getMessage());
        say("left out: " + leftOut.getLast());
        figures.remove(contestant);
        Child child = running.remove(contestant);
        if (child != null) {
            child.close();
        }
    }

    // ---------------------------------------------------------------------------------------------------------- warm-up

    private void warmUp(Contestant contestant) throws IOException {
        Child child = running.get(contestant);
        if (work.loads()) {
            awaitRequests();
            awaitCompilers(contestant, child);
            child.pause();
            return;
        }
        ports.put(child, child.port());
        Child load = load(child);
        try (load) {
            awaitCompilers(contestant, child);
        }
        awaitIdle(child);
    }

    /** A load client may have something to do before its first request; the others are paused. */
    private void awaitRequests() throws IOException {
        long before = countingServer.count();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (countingServer.count() - before < work.clients()) {
            if (System.nanoTime() > end) {
                throw new LeftOutException("no requests in " + LONGEST_START.toSeconds() + " s");
            }
            sleep(timing.lead());
        }
    }

    /**
     * Until the threads of the JVM's compilers have used less than 1 % of a core in half a second, twice in a row; a program
     * without such threads is warm at once.
     */
    private void awaitCompilers(Contestant contestant, Child child) throws IOException {
        long end = System.nanoTime() + timing.warmUp().toNanos();
        boolean compiles = contestant.kind() != Kind.C;
        for (int quiet = 0; quiet < 2 && compiles;) {
            long before = ProcessClock.compilerNanos(child.pid());
            sleep(LOOK);
            long used = ProcessClock.compilerNanos(child.pid()) - before;
            compiles = before > 0;
            quiet = used < QUIET_NANOS ? quiet + 1 : 0;
            if (System.nanoTime() > end) {
                say(format("%s still compiles after %.1f s", contestant.name(), timing.warmUp().toMillis() / 1e3));
                return;
            }
        }
    }

    /** A fresh load client on this server, connected. */
    private Child load(Child server) throws IOException {
        String[] arguments = {work.load(), String.valueOf(ports.get(server)), String.valueOf(work.clients()), String.valueOf(
                Work.LINE_BYTES)};
        Child load = child(cores.onLoadCore(loadInC() ? programs.c("load", arguments)
                : Programs.java(SelectorLoad.class, arguments)));
        try {
            while (!load.line().equals("ready")) {}
            return load;
        } catch (IOException e) {
            load.close();
            throw e;
        }
    }

    private static boolean loadInC() {
        return Programs.onPath("cc");
    }

    // ----------------------------------------------------------------------------------------------------------- rounds

    /** Measured again where the spin check says that something else used the machine: half as many repetitions as rounds at most. */
    private void round(int number) throws IOException {
        while (true) {
            double before = spin.slowdown();
            Map<Contestant, Figures> round = measureAll();
            double slowdown = Math.max(before, spin.slowdown());
            boolean calm = slowdown <= SpinCheck.LIMIT;
            if (calm || repeated == timing.rounds() / 2) {
                round.forEach((contestant, reached) -> figures.get(contestant).add(reached));
                disturbed += calm ? 0 : 1;
                say(format("round %d of %d%s", number, timing.rounds(), calm ? "" : format(
                        ", disturbed: a fixed amount of work took %.0f %% longer",
                        100 * (slowdown - 1))));
                return;
            }
            repeated++;
            say(format("round %d again: a fixed amount of work took %.0f %% longer", number, 100 * (slowdown - 1)));
        }
    }

    private Map<Contestant, Figures> measureAll() throws IOException {
        List<Contestant> order = new ArrayList<>(figures.keySet());
        Collections.shuffle(order, random);
        Map<Contestant, Figures> round = new LinkedHashMap<>();
        for (Contestant contestant : order) {
            try {
                round.put(contestant, work.isBurst() ? burst(contestant) : work.loads() ? ofLoad(contestant) : ofServer(
                        contestant));
            } catch (IOException e) {
                drop(contestant, e);
            }
        }
        return round;
    }

    private Figures ofServer(Contestant contestant) throws IOException {
        Child server = running.get(contestant);
        Figures reached;
        try (Child load = load(server)) {
            sleep(timing.lead());
            reached = window(load, server);
        }
        awaitIdle(server);
        return reached;
    }

    /** A chat server has a thousand leaves to tell a thousand members: that belongs to nobody else's figures. */
    private void awaitIdle(Child server) throws IOException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        long before;
        do {
            before = ProcessClock.cpuNanos(server.pid());
            sleep(SHORT_LOOK);
        } while (ProcessClock.cpuNanos(server.pid()) - before > SHORT_LOOK.toNanos() / 20 && System.nanoTime() < end);
    }

    private Figures ofLoad(Contestant contestant) throws IOException {
        Child load = running.get(contestant);
        load.resume();
        try {
            sleep(timing.lead());
            return window(countingServer, load);
        } finally {
            load.pause();
        }
    }

    /** CPU time of the one for a request that the other counted. */
    private Figures window(Child counting, Child measured) throws IOException {
        long count = counting.count();
        long cpuNanos = ProcessClock.cpuNanos(measured.pid());
        long start = System.nanoTime();
        sleep(timing.window());
        long requests = counting.count() - count;
        double nanos = System.nanoTime() - start;
        double cpu = ProcessClock.cpuNanos(measured.pid()) - cpuNanos;
        if (requests == 0) {
            throw new IOException("no reply in " + timing.window().toMillis() + " ms");
        }
        return new Figures(cpu / requests / 1e3, requests / nanos * 1e9);
    }

    /** A fresh server: its first burst is what students see. */
    private Figures burst(Contestant contestant) throws IOException {
        try (Child server = start(contestant);
                Child load = child(cores.onLoadCore(programs.c("load", "burst", String.valueOf(server.port()), String.valueOf(
                        work.clients()),
                        String.valueOf(Work.LINE_BYTES))))) {
            return new Figures(Double.parseDouble(load.line()), Double.NaN);
        }
    }

    // ---------------------------------------------------------------------------------------------------------- the end

    private ReferenceGroup group() {
        List<ReferenceRow> rows = new ArrayList<>();
        figures.forEach((contestant, reached) -> rows.add(new ReferenceRow(contestant.name(), contestant.beside(),
                reached.stream().map(Figures::cost).toList(),
                work.isBurst() ? List.of() : reached.stream().map(Figures::perSecond).toList())));
        return new ReferenceGroup(work.name(), work.title(), work.unit(), rows, leftOut, disturbed);
    }

    private void say(String what) {
        progress.accept(work.name() + ": " + what);
    }

    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Child child : running.values()) {
            child.close();
        }
        if (countingServer != null) {
            countingServer.close();
        }
    }
}

package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The software and the machine that a run was measured on.
 *
 * @param lab the version of socketlab, and its commit where it is known: {@code 0.1.0-SNAPSHOT 2c88b1a}
 * @param stolenPercent the largest share of CPU time that other guests of the host took during the run, 0 to 100
 */
public record Environment(String lab, String jdk, String os, @JsonUnwrapped Hardware hardware,
        @JsonUnwrapped Limits limits, double stolenPercent) {
    private static final String UNKNOWN_TEXT = "unknown";
    static final Environment UNKNOWN = new Environment(null, null, null, null, null, 0);

    /** Processor and physical memory. */
    public record Hardware(String cpu, int cores, long memoryBytes) {
        public Hardware {
            cpu = requireNonNullElse(cpu, UNKNOWN_TEXT);
        }
    }

    /**
     * What the system allows.
     *
     * @param openFiles how many files and sockets one process may have open
     * @param somaxconn the kernel's cap on a backlog; 0 where unknown
     */
    public record Limits(long openFiles, int somaxconn) {}

    public Environment {
        lab = requireNonNullElse(lab, UNKNOWN_TEXT);
        jdk = requireNonNullElse(jdk, UNKNOWN_TEXT);
        os = requireNonNullElse(os, UNKNOWN_TEXT);
        hardware = requireNonNullElse(hardware, new Hardware(null, 0, 0));
        limits = requireNonNullElse(limits, new Limits(0, 0));
    }
}

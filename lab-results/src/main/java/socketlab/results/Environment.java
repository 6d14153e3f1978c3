package socketlab.results;

/**
 * The machine a run was measured on, without which its numbers mean little.
 *
 * @param memoryBytes physical memory
 * @param openFiles how many files one process may hold open
 * @param somaxconn the kernel's cap on a backlog; 0 where unknown
 * @param stolenPercent the share of time that other guests of the host took from this machine, 0 to 100
 */
public record Environment(String jdk, String os, String cpu, int cores, long memoryBytes, long openFiles,
                          int somaxconn, double stolenPercent) {
    static final Environment UNKNOWN = new Environment("unknown", "unknown", "unknown", 0, 0, 0, 0, 0);
}

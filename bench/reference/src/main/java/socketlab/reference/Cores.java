package socketlab.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where server and load client run: on a core each, with {@code taskset}, where there are two cores and that command.
 *
 * @param server the number of the server's core
 * @param load   of the load client's
 * @param pinned false: the system places them
 */
record Cores(int server, int load, boolean pinned) {

    static Cores find() throws IOException {
        List<Integer> allowed = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:")).flatMap(line -> parse(line.split(":")[1]).stream())
                .toList();
        return allowed.size() < 2 || !Programs.onPath("taskset") ? new Cores(0, 0, false)
                : new Cores(allowed.get(0), allowed.get(1), true);
    }

    /** {@code 0-1,4} are 0, 1 and 4. */
    static List<Integer> parse(String list) {
        List<Integer> cores = new ArrayList<>();
        for (String range : list.strip().split(",")) {
            String[] ends = range.split("-");
            for (int core = Integer.parseInt(ends[0]); core <= Integer.parseInt(ends[ends.length - 1]); core++) {
                cores.add(core);
            }
        }
        return cores;
    }

    List<String> onServerCore(List<String> command) {
        return pinned ? on(server, command) : command;
    }

    List<String> onLoadCore(List<String> command) {
        return pinned ? on(load, command) : command;
    }

    /** {@code taskset} becomes the program: the process keeps its number. */
    private static List<String> on(int core, List<String> command) {
        List<String> pinned = new ArrayList<>(List.of("taskset", "-c", String.valueOf(core)));
        pinned.addAll(command);
        return pinned;
    }

    String text() {
        return pinned ? "server on core " + server + ", load client on core " + load
                : "server and load client not pinned to a core";
    }
}

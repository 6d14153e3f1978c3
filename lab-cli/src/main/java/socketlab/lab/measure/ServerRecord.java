package socketlab.lab.measure;

import java.util.List;
import java.util.Optional;
import socketlab.lab.server.ServerCrash;
import socketlab.results.files.ServedRow;

/**
 * What is known of a server of ours, beside what its clients saw.
 *
 * @param served  its own record; empty where it crashed
 * @param sampler threads, memory and CPU of its process; empty where it never listened
 * @param crash   how it ended, where it did not end as it was told
 */
record ServerRecord(List<ServedRow> served, Optional<Sampler> sampler, Optional<ServerCrash> crash) {

    /** Of a server that ended before it listened. */
    static ServerRecord crashed(ServerCrash crash) {
        return new ServerRecord(List.of(), Optional.empty(), Optional.of(crash));
    }
}

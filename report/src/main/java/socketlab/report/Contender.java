package socketlab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of several runs that are compared.
 *
 * @param letter by which pictures and tables call it
 * @param name its folder's
 * @param tracks by model, or by model and step where its load grew
 */
record Contender(String letter, String name, Run run, Map<String, Track> tracks, Map<String, Spread> spreads) {

    static List<Contender> of(List<Results> folders) throws ResultsException {
        List<Contender> contenders = new ArrayList<>();
        for (Results results : folders) {
            Run run = results.readRun();
            List<ModelResult> typical = Sweep.of(run).stream().flatMap(sweep -> sweep.steps().stream()).toList();
            Map<String, Track> tracks = new LinkedHashMap<>();
            Map<String, Spread> spreads = new LinkedHashMap<>();
            for (Track track : Track.of(results, run)) {
                if (typical.contains(track.result())) {
                    tracks.put(key(run, track.result()), track);
                    spreads.put(key(run, track.result()), Spread.of(track));
                }
            }
            contenders.add(new Contender(letter(contenders.size()), results.folder().toAbsolutePath().normalize()
                    .getFileName().toString(), run, tracks, spreads));
        }
        return contenders;
    }

    private static String key(Run run, ModelResult result) {
        return Sweep.several(run) ? result.model() + " " + Dial.of(run).words(Dial.of(run).at(result)) : result.model();
    }

    private static String letter(int i) {
        return i < 26 ? String.valueOf((char) ('A' + i)) : "A" + i;
    }
}

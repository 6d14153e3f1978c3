package socketlab.report.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;

/**
 * One of several runs that are compared.
 *
 * @param letter by which pictures and tables call it
 * @param name its folder's
 * @param tracks by model, or by model and step where its load grew
 */
public record ComparedRun(String letter, String name, Run run, Map<String, RequestSeries> tracks, Map<String, LatencyDistribution> spreads) {

    public static List<ComparedRun> of(List<RunFiles> folders) throws ResultsException {
        List<ComparedRun> contenders = new ArrayList<>();
        for (RunFiles results : folders) {
            Run run = results.readRun();
            List<ModelResult> typical = ModelSeries.of(run).stream().flatMap(sweep -> sweep.steps().stream()).toList();
            Map<String, RequestSeries> tracks = new LinkedHashMap<>();
            Map<String, LatencyDistribution> spreads = new LinkedHashMap<>();
            for (RequestSeries track : RequestSeries.of(results, run)) {
                if (typical.contains(track.result())) {
                    tracks.put(key(run, track.result()), track);
                    spreads.put(key(run, track.result()), LatencyDistribution.of(track));
                }
            }
            contenders.add(new ComparedRun(letter(contenders.size()), results.folder().toAbsolutePath().normalize()
                    .getFileName().toString(), run, tracks, spreads));
        }
        return contenders;
    }

    private static String key(Run run, ModelResult result) {
        return ModelSeries.several(run) ? result.model() + " " + SweepVariable.of(run).words(SweepVariable.of(run).at(result)) : result.model();
    }

    private static String letter(int i) {
        return i < 26 ? String.valueOf((char) ('A' + i)) : "A" + i;
    }
}

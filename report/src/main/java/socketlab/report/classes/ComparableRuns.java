package socketlab.report.classes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.compare.RunDifferences;
import socketlab.results.Run;

/**
 * The runs of a class that can be compared: those with the load and the settings that most runs have.
 *
 * @param excluded by student, why a run is not among them
 */
record ComparableRuns(List<Submission> students, Map<String, String> excluded) {

    /** Of at least one run. */
    static ComparableRuns of(List<Submission> all) {
        Map<String, List<Submission>> byLoad = new LinkedHashMap<>();
        all.forEach(student -> byLoad.computeIfAbsent(RunDifferences.key(student.run()), key -> new ArrayList<>())
                .add(student));
        List<Submission> most = byLoad.values().stream().reduce((a, b) -> b.size() > a.size() ? b : a).orElseThrow();
        Run usual = most.getFirst().run();
        ComparableRuns comparable = new ComparableRuns(new ArrayList<>(), new LinkedHashMap<>());
        for (Submission student : all) {
            String reason = reason(student, usual, comparable.students);
            if (reason.isEmpty()) {
                comparable.students.add(student);
            } else {
                comparable.excluded.put(student.name(), reason);
            }
        }
        return comparable;
    }

    private static String reason(Submission student, Run usual, List<Submission> before) {
        List<String> differences = new ArrayList<>(RunDifferences.load(student.run(), usual));
        differences.addAll(RunDifferences.settings(student.run(), usual));
        if (!differences.isEmpty()) {
            return "this run and most others differ: " + String.join("; ", differences);
        }
        if (student.run().incomplete()) {
            return "was interrupted";
        }
        return before.stream().filter(other -> other.run().started().equals(student.run().started())
                && other.run().models().equals(student.run().models())).findFirst()
                .map(other -> "is the same run as that of " + other.name()).orElse("");
    }
}

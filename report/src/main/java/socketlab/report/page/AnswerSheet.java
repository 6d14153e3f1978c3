package socketlab.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketlab.results.files.AtomicFile;
import socketlab.results.files.InputFile;

/**
 * What a student answered: {@code answers.md} in the folder of a run, with a heading for each question and the answer under it.
 * Nothing writes over the file.
 *
 * @param text question to answer, in the order of the file; an answer may be empty
 */
public record AnswerSheet(Map<String, String> text) {
    static final String FILE = "answers.md";
    static final String HEAD = """
            # Answers

            Write under each question. `lab report FOLDER` puts the answers into the report, with `--pdf` onto paper.
            """;
    private static final Pattern HEADING = Pattern.compile("## +(?:[0-9]+\\. +)?(.*)");

    /** A question with its answer. */
    public record Answered(String question, String answer) {
        /** Of the answer; a single dash where there is none. */
        public List<String> lines() {
            return answer.isEmpty() ? List.of("–") : answer.lines().toList();
        }
    }

    /** The answers in this folder; none where there is no file. */
    public static AnswerSheet in(Path folder) throws IOException {
        InputFile file = new InputFile(folder.resolve(FILE));
        return file.exists() ? parse(new String(file.bytes(), StandardCharsets.UTF_8)) : new AnswerSheet(Map.of());
    }

    /** Writes a file with room for the answers, unless there is one. */
    public static void prepare(Path folder, List<String> questions) throws IOException {
        Path file = folder.resolve(FILE);
        if (!new InputFile(file).exists()) {
            AtomicFile.at(file).write(markdown(questions.stream().map(question -> new Answered(question, "")).toList()));
        }
    }

    static AnswerSheet parse(String file) {
        Map<String, String> answers = new LinkedHashMap<>();
        String question = null;
        StringBuilder answer = new StringBuilder();
        for (String line : file.lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                keep(answers, question, answer);
                question = heading.group(1).strip();
            } else {
                answer.append(line).append('\n');
            }
        }
        keep(answers, question, answer);
        return new AnswerSheet(answers);
    }

    private static void keep(Map<String, String> answers, String question, StringBuilder answer) {
        if (question != null) {
            answers.merge(question, answer.toString().strip(), (one, more) -> (one + "\n\n" + more).strip());
        }
        answer.setLength(0);
    }

    /** These questions with their answers; then the answers to other questions, so that none is left out. */
    List<Answered> to(List<String> questions) {
        List<Answered> answered = new ArrayList<>();
        Map<String, String> rest = new LinkedHashMap<>();
        text.forEach((question, answer) -> rest.put(key(question), answer));
        for (String question : questions) {
            String answer = rest.remove(key(question));
            answered.add(new Answered(question, answer == null ? "" : answer));
        }
        text.forEach((question, answer) -> {
            if (!answer.isEmpty() && rest.containsKey(key(question))) {
                answered.add(new Answered(question, answer));
            }
        });
        return answered;
    }

    /** The text of the file; the page saves the same. */
    static String markdown(List<Answered> all) {
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < all.size(); i++) {
            file.append("\n## ").append(i + 1).append(". ").append(key(all.get(i).question())).append("\n\n")
                    .append(all.get(i).answer()).append(all.get(i).answer().isEmpty() ? "" : "\n");
        }
        return file.toString();
    }

    /** In a file a question is one line with plain spaces. */
    private static String key(String question) {
        return question.replaceAll("[\\s\u00A0]+", " ").strip();
    }
}

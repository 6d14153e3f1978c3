package socketlab.results.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static socketlab.results.files.ResultsException.reason;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** A CSV file of one kind of row, written and read line by line: a million rows need no heap. */
record CsvTable<T>(Path file, List<String> columns, Function<T, Object[]> cells, Parser<T> parser) {
    static final int MOST_ROWS = 10_000_000;
    static final int MOST_CELLS = 100;
    static final int LONGEST_CELL = 100_000;

    private static final CsvMapper MAPPER = CsvMapper.builder(CsvFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LONGEST_CELL).build()).build())
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES).build();

    /** Makes a row from a line. */
    interface Parser<T> {
        T row(CsvCells cells) throws ResultsException;
    }

    void write(Iterable<T> rows) throws ResultsException {
        RunFiles.write(file, out -> write(rows, out));
    }

    private void write(Iterable<T> rows, OutputStream to) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
                SequenceWriter lines = MAPPER.writer().writeValues(out)) {
            // The heading is an ordinary line: it is there even when no row follows.
            lines.write(columns);
            for (T row : rows) {
                lines.write(cells.apply(row));
            }
        } catch (JacksonException e) {
            throw new IOException(reason(e), e);
        }
    }

    void read(Consumer<T> each) throws ResultsException {
        try (Reader in = new InputFile(file).reader(); JsonParser lines = MAPPER.reader().createParser(in)) {
            lines.nextToken();   // the array that holds all lines
            read(lines, each);
        } catch (NoSuchFileException e) {
            throw new ResultsException(file + " is missing; name a folder that `lab run` has written", e);
        } catch (ResultsException e) {
            throw e;
        } catch (IOException | JacksonException e) {
            throw new ResultsException("cannot read " + file + ": " + reason(e) + "; repeat the run", e);
        }
    }

    private void read(JsonParser lines, Consumer<T> each) throws ResultsException {
        List<String> heading = nextLine(lines);
        for (String column : columns) {
            if (!heading.contains(column)) {
                throw new ResultsException(file + " line 1: the column " + column + " is missing; repeat the run");
            }
        }
        int rows = 0;
        for (List<String> values = nextLine(lines); !values.isEmpty(); values = nextLine(lines)) {
            long line = lines.currentTokenLocation().getLineNr();
            if (++rows > MOST_ROWS) {
                throw new ResultsException(file + " has more than " + MOST_ROWS + " lines, which is too many to draw");
            }
            each.accept(parser.row(new CsvCells(file, line, heading, values)));
        }
    }

    /** As {@link #cells}; an error of the parser names the line. */
    private List<String> nextLine(JsonParser lines) throws ResultsException {
        try {
            return cells(lines);
        } catch (JacksonException e) {
            throw new ResultsException(file + " line " + lines.currentLocation().getLineNr() + ": " + reason(e)
                    + "; repeat the run", e);
        }
    }

    /** The cells of the next line, as a terminal may show them; none after the last line. */
    private List<String> cells(JsonParser lines) throws ResultsException {
        List<String> cells = new ArrayList<>(columns.size());
        if (lines.nextToken() == JsonToken.START_ARRAY) {
            while (lines.nextToken() != JsonToken.END_ARRAY) {
                if (cells.size() == MOST_CELLS) {
                    throw new ResultsException(file + " line " + lines.currentTokenLocation().getLineNr() + " has more than "
                            + MOST_CELLS + " cells");
                }
                cells.add(PrintableText.of(lines.getString()));
            }
        }
        return cells;
    }
}

package socketlab.results.files;

import static socketlab.results.files.ResultsException.reason;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** A CSV file of one kind of row, written and read line by line: a million rows need no heap. */
record CsvTable<T>(Path file, List<String> columns, Function<T, Object[]> cells, Parser<T> parser) {
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES).build();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Makes a row from a line. */
    interface Parser<T> {
        T row(CsvCells cells) throws ResultsException;
    }

    void write(Iterable<T> rows) throws ResultsException {
        try (Writer out = Files.newBufferedWriter(file);
                SequenceWriter lines = MAPPER.writer().writeValues(out)) {
            // The heading is an ordinary line: it is there even when no row follows.
            lines.write(columns);
            for (T row : rows) {
                lines.write(cells.apply(row));
            }
        } catch (IOException | JacksonException e) {
            throw new ResultsException("cannot write " + file + ": " + reason(e), e);
        }
    }

    void read(Consumer<T> each) throws ResultsException {
        try (Reader in = reader();
                MappingIterator<String[]> lines = MAPPER.readerFor(String[].class).readValues(in)) {
            read(lines, each);
        } catch (NoSuchFileException e) {
            throw new ResultsException(file + " is missing; name a folder that `lab run` has written", e);
        } catch (ResultsException e) {
            throw e;
        } catch (IOException | JacksonException e) {
            throw new ResultsException("cannot read " + file + ": " + reason(e) + "; repeat the run", e);
        }
    }

    /** After the byte order mark that a spreadsheet puts before the first character. */
    private Reader reader() throws IOException {
        Reader in = Files.newBufferedReader(file);
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
        return in;
    }

    private void read(MappingIterator<String[]> lines, Consumer<T> each) throws ResultsException {
        List<String> heading = lines.hasNextValue() ? Arrays.asList(lines.nextValue()) : List.of();
        for (String column : columns) {
            if (!heading.contains(column)) {
                throw new ResultsException(file + " line 1: the column " + column + " is missing; repeat the run");
            }
        }
        while (lines.hasNextValue()) {
            String[] values = lines.nextValue();
            long line = lines.parser().currentTokenLocation().getLineNr();
            each.accept(parser.row(new CsvCells(file, line, heading, values)));
        }
    }
}

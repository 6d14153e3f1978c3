package socketlab.lab.measure;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The rows of all measurements, one after the other; a flat-mapped stream would buffer a million of them first. */
final class ConcatenatedRows<T> implements Iterator<T> {
    private final Iterator<ModelMeasurement> all;
    private final Function<ModelMeasurement, Iterator<T>> rows;
    private Iterator<T> current = Collections.emptyIterator();

    private ConcatenatedRows(List<ModelMeasurement> measured, Function<ModelMeasurement, Iterator<T>> rows) {
        this.all = measured.iterator();
        this.rows = rows;
    }

    static <T> Iterable<T> of(List<ModelMeasurement> measured, Function<ModelMeasurement, Iterator<T>> rows) {
        return () -> new ConcatenatedRows<>(measured, rows);
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && all.hasNext()) {
            current = rows.apply(all.next());
        }
        return current.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no row is left");
        }
        return current.next();
    }
}

package socketlab.results.files;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** A growing list that keeps its rows as bare numbers: a million rows need far less memory than a million records. */
public final class LongColumn<T> extends AbstractList<T> implements RandomAccess {
    private static final int BLOCK = 4096;
    private final int width;
    private final Function<T, long[]> numbers;
    private final Function<long[], T> row;
    private final List<long[]> blocks = new ArrayList<>();   // a full block stays where it is: no row is ever copied
    private int size;

    /**
     * An empty list.
     *
     * @param width how many numbers a row has
     * @param numbers turns a row into its numbers, a new array each time
     * @param row turns them back
     */
    public LongColumn(int width, Function<T, long[]> numbers, Function<long[], T> row) {
        this.width = width;
        this.numbers = numbers;
        this.row = row;
    }

    @Override
    public boolean add(T one) {
        if (size % BLOCK == 0) {
            blocks.add(new long[BLOCK * width]);
        }
        System.arraycopy(numbers.apply(one), 0, blocks.getLast(), size % BLOCK * width, width);
        size++;
        return true;
    }

    @Override
    public T get(int index) {
        int from = index % BLOCK * width;
        return row.apply(Arrays.copyOfRange(blocks.get(index / BLOCK), from, from + width));
    }

    @Override
    public int size() {
        return size;
    }
}

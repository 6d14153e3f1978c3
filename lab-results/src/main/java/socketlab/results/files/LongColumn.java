package socketlab.results.files;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** A growing list whose rows are kept as bare numbers: a million fit where a million records would not. */
public final class LongColumn<T> extends AbstractList<T> implements RandomAccess {
    private static final int BLOCK = 4096;
    private final int width;
    private final Function<T, long[]> numbers;
    private final Function<long[], T> row;
    private final List<long[]> blocks = new ArrayList<>();   // a new one is added: what is there is never copied
    private int size;

    /** For rows of {@code width} whole numbers. */
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

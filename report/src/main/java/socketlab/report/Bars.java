package socketlab.report;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Bars in an order of their own; another order, or some of them only, shares the numbers they are made of. */
final class Bars extends AbstractList<Bar> implements RandomAccess {
    private final Column<Bar> bars;
    private final int[] order;

    private Bars(Column<Bar> bars, int[] order) {
        this.bars = bars;
        this.order = order;
    }

    static Bars of(Column<Bar> bars) {
        return new Bars(bars, IntStream.range(0, bars.size()).toArray());
    }

    @Override
    public Bar get(int index) {
        return bars.get(order[index]);
    }

    @Override
    public int size() {
        return order.length;
    }

    Bars sortedBy(Comparator<Bar> comparator) {
        return new Bars(bars, Arrays.stream(order).boxed()
                .sorted((a, b) -> comparator.compare(bars.get(a), bars.get(b))).mapToInt(i -> i).toArray());
    }

    /** In the order in which they were meant to start. */
    Bars inOrderOfStart() {
        return sortedBy(Comparator.comparingLong(Bar::startUs));
    }

    /** Those that {@code which} holds for, in the same order. */
    Bars only(Predicate<Bar> which) {
        return new Bars(bars, Arrays.stream(order).filter(i -> which.test(bars.get(i))).toArray());
    }
}

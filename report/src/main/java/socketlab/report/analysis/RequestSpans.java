package socketlab.report.analysis;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import socketlab.results.files.LongColumn;

/** Bars in an order of their own; another order, or some of them only, shares the numbers they are made of. */
public final class RequestSpans extends AbstractList<RequestSpan> implements RandomAccess {
    private final LongColumn<RequestSpan> bars;
    private final int[] order;

    private RequestSpans(LongColumn<RequestSpan> bars, int[] order) {
        this.bars = bars;
        this.order = order;
    }

    static RequestSpans of(LongColumn<RequestSpan> bars) {
        return new RequestSpans(bars, IntStream.range(0, bars.size()).toArray());
    }

    @Override
    public RequestSpan get(int index) {
        return bars.get(order[index]);
    }

    @Override
    public int size() {
        return order.length;
    }

    RequestSpans sortedBy(Comparator<RequestSpan> comparator) {
        return new RequestSpans(bars, Arrays.stream(order).boxed()
                .sorted((a, b) -> comparator.compare(bars.get(a), bars.get(b))).mapToInt(i -> i).toArray());
    }

    /** In the order in which they were meant to start. */
    public RequestSpans inOrderOfStart() {
        return sortedBy(Comparator.comparingLong(RequestSpan::startUs));
    }

    /** Those that {@code which} holds for, in the same order. */
    public RequestSpans only(Predicate<RequestSpan> which) {
        return new RequestSpans(bars, Arrays.stream(order).filter(i -> which.test(bars.get(i))).toArray());
    }
}

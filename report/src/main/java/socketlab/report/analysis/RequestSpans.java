package socketlab.report.analysis;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import socketlab.results.files.LongColumn;

/** Requests in some order; another order, or a part of them, shares the same numbers. */
public final class RequestSpans extends AbstractList<RequestSpan> implements RandomAccess {
    private final LongColumn<RequestSpan> spans;
    private final int[] order;

    private RequestSpans(LongColumn<RequestSpan> spans, int[] order) {
        this.spans = spans;
        this.order = order;
    }

    static RequestSpans of(LongColumn<RequestSpan> spans) {
        return new RequestSpans(spans, IntStream.range(0, spans.size()).toArray());
    }

    @Override
    public RequestSpan get(int index) {
        return spans.get(order[index]);
    }

    @Override
    public int size() {
        return order.length;
    }

    RequestSpans sortedBy(Comparator<RequestSpan> comparator) {
        return new RequestSpans(spans, Arrays.stream(order).boxed()
                .sorted((a, b) -> comparator.compare(spans.get(a), spans.get(b))).mapToInt(i -> i).toArray());
    }

    /** In the order of their intended start. */
    public RequestSpans inOrderOfStart() {
        return sortedBy(Comparator.comparingLong(RequestSpan::startUs));
    }

    /** Those for which {@code which} holds, in the same order. */
    public RequestSpans only(Predicate<RequestSpan> which) {
        return new RequestSpans(spans, Arrays.stream(order).filter(i -> which.test(spans.get(i))).toArray());
    }
}

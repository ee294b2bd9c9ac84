package dev.faultline.app.cli.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedWorkTest {
    private static final long MEGABYTE = 1 << 20;

    @Test
    void smallOnesAreDoneAtTheSameTime() throws IOException {
        CyclicBarrier together = new CyclicBarrier(3);
        AtomicInteger done = new AtomicInteger();
        new SharedWork(3, 800 * MEGABYTE).forEach(List.of(1, 2, 3), i -> i, i -> {
            try {
                together.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException(e);
            }
            done.incrementAndGet();
        });
        assertEquals(3, done.get());
    }

    @Test
    void largeOnesWaitForRoom() throws IOException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        new SharedWork(4, 800 * MEGABYTE).forEach(IntStream.range(0, 20).boxed().toList(), i -> 60 * MEGABYTE, i -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            done.add(i);
        });
        assertEquals(20, done.size());
        assertEquals(1, most.get(), "two of them need more than there is");
        new SharedWork(2, 8 * MEGABYTE).forEach(List.of(1), i -> Long.MAX_VALUE / 2, done::remove);
        assertEquals(19, done.size(), "one that is larger than all there is comes alone");
    }

    @Test
    void aFailureIsToldWhenAllElseIsDone() {
        AtomicInteger done = new AtomicInteger();
        IOException failure = assertThrows(IOException.class,
                () -> new SharedWork(2, MEGABYTE).forEach(List.of(1, 2, 3), i -> 0, i -> {
                    done.incrementAndGet();
                    if (i == 1) {
                        throw new IOException("full");
                    }
                }));
        assertEquals("full", failure.getMessage());
        assertEquals(3, done.get());
        assertTrue(assertThrows(IllegalStateException.class,
                () -> new SharedWork(1, MEGABYTE).forEach(List.of(1), i -> 0, i -> {
                    throw new IllegalStateException("bug");
                })).getMessage().contains("bug"));
    }
}

package dev.faultline.views.timeline.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class AsyncCacheTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Integer> computed = new ArrayList<>();
    private int told;

    private Integer ask(AsyncCache<Integer> cache, int key) {
        return cache.get(key, () -> {
            computed.add(key);
            return key;
        });
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private AsyncCache<Integer> keeping(int kept) {
        return new AsyncCache<>(background::add, () -> told++, kept);
    }

    @Test
    void aValueIsComputedOnceAndInTheBackground() {
        AsyncCache<Integer> cache = keeping(10);
        assertNull(ask(cache, 7));
        assertNull(ask(cache, 7));
        work();
        assertEquals(7, ask(cache, 7));
        assertEquals(List.of(7), computed);
        assertEquals(1, told);
    }

    @Test
    void aWorkerThatWorksAtOnceGivesTheValueAtOnce() {
        assertEquals(7, ask(new AsyncCache<>(Runnable::run, () -> {}, 1), 7));
    }

    @Test
    void theOneAskedForLeastRecentlyGoesFirst() {
        AsyncCache<Integer> cache = keeping(3);
        for (int key : new int[]{1, 2, 3}) {
            ask(cache, key);
        }
        work();
        ask(cache, 1);
        ask(cache, 4);
        work();
        computed.clear();
        for (int key : new int[]{1, 3, 4}) {
            assertEquals(key, ask(cache, key));
        }
        assertNull(ask(cache, 2));
    }

    @Test
    void whatIsPushedOutBeforeItIsComputedIsNotComputed() {
        AsyncCache<Integer> cache = keeping(3);
        for (int key = 0; key < 100; key++) {
            ask(cache, key);
        }
        work();
        assertEquals(List.of(97, 98, 99), computed);
        assertEquals(3, told);
    }

    @Test
    void heavyValuesPushOthersOutButAFewDozenStay() {
        AsyncCache<Integer> light = new AsyncCache<>(Runnable::run, () -> {},
                new AsyncCache.Room<>(1_000, 1_000, value -> 5));
        assertEquals(200, kept(light));
        AsyncCache<Integer> heavy = new AsyncCache<>(Runnable::run, () -> {},
                new AsyncCache.Room<>(1_000, 1_000, value -> 900));
        assertEquals(64, kept(heavy));
        AsyncCache<Integer> many = new AsyncCache<>(Runnable::run, () -> {},
                new AsyncCache.Room<>(1_000, 1_000, value -> 0));
        assertEquals(1_000, kept(many));
    }

    /// Of 2,000 values, those that need not be computed again when they are asked for from the latest on.
    private int kept(AsyncCache<Integer> cache) {
        for (int key = 0; key < 2_000; key++) {
            ask(cache, key);
        }
        int kept = 0;
        for (int key = 1_999; key >= 0; key--) {
            computed.clear();
            ask(cache, key);
            if (!computed.isEmpty()) {
                return kept;
            }
            kept++;
        }
        return kept;
    }
}

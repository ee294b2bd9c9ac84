package dev.faultline.views.timeline.lane;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Values that are computed in the background when first asked for. The one asked for least recently goes first, for what
/// is on screen must never push itself out; hence Guava's cache, as Caffeine's may turn away the newest, and keeps what
/// is still being computed. Safe for several threads.
public final class AsyncCache<V> {
    /// Values that are kept whatever they weigh.
    private static final int LEAST = 64;
    /// The whole room, as Guava weighs.
    private static final int WHOLE = 1 << 30;

    private final Executor worker;
    private final Runnable ready;
    private final Room<V> room;
    private final Cache<Object, Slot<V>> slots;

    /// What is kept; a value that is pushed out before it is computed is not computed at all.
    ///
    /// @param values their number, at least 1
    /// @param weight what they may weigh together once there are more than a few dozen
    /// @param of weight of a value
    public record Room<V>(int values, long weight, ToLongFunction<V> of) {}

    /// @param worker computes
    /// @param ready is called on the worker whenever a value has become ready
    public AsyncCache(Executor worker, Runnable ready, Room<V> room) {
        this.worker = worker;
        this.ready = ready;
        this.room = room;
        slots = CacheBuilder.newBuilder().concurrencyLevel(1).maximumWeight(WHOLE)
                .<Object, Slot<V>>weigher((_, slot) -> weight(slot.value))
                .<Object, Slot<V>>removalListener(gone -> {
                    Slot<V> slot = gone.getValue();
                    if (gone.wasEvicted() && slot != null) {
                        slot.dropped = true;
                    }
                }).build();
    }

    /// @param kept number of values that are kept
    public AsyncCache(Executor worker, Runnable ready, int kept) {
        this(worker, ready, new Room<>(kept, Long.MAX_VALUE, value -> 0));
    }

    /// A value's share of the room: so much that there are no more values than shall be, and so little that there are a
    /// few dozen.
    private int weight(@Nullable V value) {
        double share = value == null ? 0 : (double) room.of().applyAsLong(value) / room.weight();
        return (int) Math.max(WHOLE / room.values(), Math.min(share * WHOLE, WHOLE / LEAST));
    }

    /// The value of a key; null while it is being computed.
    @Nullable
    public V get(Object key, Supplier<V> compute) {
        Slot<V> known = slots.getIfPresent(key);
        if (known != null) {
            return known.value;
        }
        Slot<V> slot = new Slot<>();
        Slot<V> other = slots.asMap().putIfAbsent(key, slot);
        if (other != null) {
            return other.value;
        }
        worker.execute(() -> compute(key, slot, compute));
        return slot.value;
    }

    private void compute(Object key, Slot<V> slot, Supplier<V> compute) {
        if (slot.dropped) {
            return;
        }
        slot.value = compute.get();
        slots.asMap().replace(key, slot, slot); // weighs it again
        if (!slot.dropped) {
            ready.run();
        }
    }

    private static final class Slot<V> {
        private volatile @Nullable V value;
        private volatile boolean dropped;
    }
}

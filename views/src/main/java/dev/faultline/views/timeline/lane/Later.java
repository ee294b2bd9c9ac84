package dev.faultline.views.timeline.lane;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Values that are computed in the background when first asked for. Safe for several threads.
public final class Later<V> {
    /// Values that are kept whatever they weigh: what is on screen must not push itself out.
    private static final int LEAST = 64;

    private final Executor worker;
    private final Runnable ready;
    private final Room<V> room;
    private final Map<Object, Slot<V>> slots = new LinkedHashMap<>(32, 0.75f, true);
    private long weight;

    /// What is kept; the value that was least lately asked for goes first, one that is not computed yet is given up.
    ///
    /// @param values their number
    /// @param weight what they may weigh together once there are more than a few dozen
    /// @param of weight of a value
    public record Room<V>(int values, long weight, ToLongFunction<V> of) {}

    /// @param worker computes
    /// @param ready is called on the worker whenever a value has become ready
    public Later(Executor worker, Runnable ready, Room<V> room) {
        this.worker = worker;
        this.ready = ready;
        this.room = room;
    }

    /// @param kept number of values that are kept
    public Later(Executor worker, Runnable ready, int kept) {
        this(worker, ready, new Room<>(kept, Long.MAX_VALUE, value -> 0));
    }

    /// The value of a key; null while it is being computed.
    @Nullable
    public V get(Object key, Supplier<V> compute) {
        Slot<V> slot = new Slot<>();
        synchronized (slots) {
            Slot<V> known = slots.get(key);
            if (known != null) {
                return known.value;
            }
            slots.put(key, slot);
            trim();
        }
        worker.execute(() -> compute(slot, compute));
        return slot.value;
    }

    private void compute(Slot<V> slot, Supplier<V> compute) {
        if (slot.dropped) {
            return;
        }
        V value = compute.get();
        synchronized (slots) {
            if (slot.dropped) {
                return;
            }
            slot.value = value;
            weight += room.of().applyAsLong(value);
            trim();
        }
        ready.run();
    }

    private void trim() {
        Iterator<Slot<V>> eldest = slots.values().iterator();
        while (slots.size() > room.values() || weight > room.weight() && slots.size() > LEAST) {
            Slot<V> slot = eldest.next();
            eldest.remove();
            slot.dropped = true;
            V value = slot.value;
            weight -= value == null ? 0 : room.of().applyAsLong(value);
        }
    }

    private static final class Slot<V> {
        private volatile @Nullable V value;
        private volatile boolean dropped;
    }
}

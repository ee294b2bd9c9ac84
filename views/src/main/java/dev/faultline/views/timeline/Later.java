package dev.faultline.views.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// Values that are computed in the background when first asked for. Safe for several threads.
final class Later<V> {
    private final Executor worker;
    private final Runnable ready;
    private final Map<Object, Slot<V>> slots;

    /// @param worker computes
    /// @param ready is called on the worker whenever a value has become ready
    /// @param kept number of values that are kept, the least lately asked for goes first
    Later(Executor worker, Runnable ready, int kept) {
        this.worker = worker;
        this.ready = ready;
        slots = new LinkedHashMap<>(32, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Slot<V>> eldest) {
                return size() > kept;
            }
        };
    }

    /// The value of a key; null while it is being computed.
    @Nullable
    V get(Object key, Supplier<V> compute) {
        Slot<V> slot;
        synchronized (slots) {
            slot = slots.get(key);
            if (slot != null) {
                return slot.value;
            }
            slot = new Slot<>();
            slots.put(key, slot);
        }
        Slot<V> mine = slot;
        worker.execute(() -> {
            mine.value = compute.get();
            ready.run();
        });
        return mine.value;
    }

    private static final class Slot<V> {
        private volatile @Nullable V value;
    }
}

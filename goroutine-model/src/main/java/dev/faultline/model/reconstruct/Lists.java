package dev.faultline.model.reconstruct;

import dev.faultline.trace.column.GrowingInts;
import dev.faultline.trace.column.GrowingLongs;
import dev.faultline.trace.index.Exchange;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.stream.IntStream;

/// Saves lists and maps of numbers, or restores them into empty ones.
final class Lists {
    private Lists() {
    }

    static void exchange(Exchange x, IntArrayList list) {
        int[] values = x.ints(list.toIntArray());
        if (x.restoring()) {
            list.addElements(0, values);
        }
    }

    static void exchange(Exchange x, GrowingInts list) {
        int[] values = x.ints(IntStream.range(0, list.size()).map(list::get).toArray());
        if (x.restoring()) {
            for (int value : values) {
                list.add(value);
            }
        }
    }

    static void exchange(Exchange x, GrowingLongs list) {
        long[] values = x.longs(IntStream.range(0, list.size()).mapToLong(list::get).toArray());
        if (x.restoring()) {
            for (long value : values) {
                list.add(value);
            }
        }
    }

    static void exchange(Exchange x, Int2LongOpenHashMap map) {
        int[] keys = x.ints(map.keySet().toIntArray());
        long[] values = x.longs(IntStream.of(keys).mapToLong(map::get).toArray());
        if (x.restoring()) {
            for (int i = 0; i < keys.length; i++) {
                map.put(keys[i], values[i]);
            }
        }
    }
}

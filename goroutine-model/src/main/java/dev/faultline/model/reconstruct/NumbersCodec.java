package dev.faultline.model.reconstruct;

import dev.faultline.trace.column.GrowingInts;
import dev.faultline.trace.column.GrowingLongs;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.util.stream.IntStream;

/// Keeps lists and maps of numbers, and reads them back into empty ones.
final class NumbersCodec {
    private NumbersCodec() {
    }

    static void read(PartReader from, IntArrayList into) throws IOException {
        into.addElements(0, from.ints());
    }

    static void write(PartWriter to, GrowingInts list) throws IOException {
        to.ints(IntStream.range(0, list.size()).map(list::get).toArray());
    }

    static void read(PartReader from, GrowingInts into) throws IOException {
        for (int value : from.ints()) {
            into.add(value);
        }
    }

    static void write(PartWriter to, GrowingLongs list) throws IOException {
        to.longs(IntStream.range(0, list.size()).mapToLong(list::get).toArray());
    }

    static void write(PartWriter to, Int2LongOpenHashMap map) throws IOException {
        int[] keys = map.keySet().toIntArray();
        to.ints(keys);
        to.longs(IntStream.of(keys).mapToLong(map::get).toArray());
    }

    static void read(PartReader from, Int2LongOpenHashMap into) throws IOException {
        int[] keys = from.ints();
        long[] values = from.longs();
        for (int i = 0; i < keys.length; i++) {
            into.put(keys[i], values[i]);
        }
    }
}

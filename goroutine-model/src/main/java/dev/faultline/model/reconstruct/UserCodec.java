package dev.faultline.model.reconstruct;

import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import java.io.IOException;

/// Keeps what the finished model needs of the program's own tasks and regions.
final class UserCodec {
    private UserCodec() {
    }

    static void write(PartWriter to, RegionBuilder regions) throws IOException {
        NumbersCodec.write(to, regions.beginRows);
        NumbersCodec.write(to, regions.endRows);
        NumbersCodec.write(to, regions.depths);
        to.ints(regions.mismatchedEnds.toIntArray());
    }

    static void read(PartReader from, RegionBuilder into) throws IOException {
        NumbersCodec.read(from, into.beginRows);
        NumbersCodec.read(from, into.endRows);
        NumbersCodec.read(from, into.depths);
        NumbersCodec.read(from, into.mismatchedEnds);
    }

    static void write(PartWriter to, TaskBuilder tasks) throws IOException {
        NumbersCodec.write(to, tasks.ids);
        NumbersCodec.write(to, tasks.parents);
        NumbersCodec.write(to, tasks.beginRows);
        NumbersCodec.write(to, tasks.endRows);
        to.ints(tasks.logRows.toIntArray());
        to.flag(tasks.background);
    }

    static void read(PartReader from, TaskBuilder into) throws IOException {
        for (long id : from.longs()) {
            into.add(id);
        }
        set(from.longs(), into.parents::set);
        set(from.ints(), into.beginRows::set);
        set(from.ints(), into.endRows::set);
        NumbersCodec.read(from, into.logRows);
        into.background = from.flag();
    }

    static void write(PartWriter to, Inheritance inheritance) throws IOException {
        to.ints(inheritance.region);
        to.ints(inheritance.task);
    }

    static void read(PartReader from, Inheritance into) throws IOException {
        into.region = from.ints();
        into.task = from.ints();
    }

    private interface LongSetter {
        void set(int at, long value);
    }

    private interface IntSetter {
        void set(int at, int value);
    }

    private static void set(long[] values, LongSetter into) {
        for (int i = 0; i < values.length; i++) {
            into.set(i, values[i]);
        }
    }

    private static void set(int[] values, IntSetter into) {
        for (int i = 0; i < values.length; i++) {
            into.set(i, values[i]);
        }
    }
}

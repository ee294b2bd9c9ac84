package dev.faultline.model.reconstruct;

import dev.faultline.model.WaitProfile;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import java.io.IOException;
import java.util.Arrays;

/// Keeps what the finished model needs of goroutines.
final class GoroutineCodec {
    private GoroutineCodec() {
    }

    /// @param count number of goroutines
    static void write(PartWriter to, GoroutineBuilder goroutines, int count) throws IOException {
        write(to, goroutines.columns, count);
        write(to, goroutines.waits);
        write(to, goroutines.reasons);
        write(to, goroutines.net);
        write(to, goroutines.sync);
        write(to, goroutines.syscalls);
        write(to, goroutines.sched);
        to.ints(goroutines.statusRows.toIntArray());
        NumbersCodec.write(to, goroutines.blockedSince);
        NumbersCodec.write(to, goroutines.knownSince);
        NumbersCodec.write(to, goroutines.vanishedAt);
    }

    static void read(PartReader from, GoroutineBuilder into) throws IOException {
        read(from, into.columns);
        read(from, into.waits);
        read(from, into.reasons);
        read(from, into.net);
        read(from, into.sync);
        read(from, into.syscalls);
        read(from, into.sched);
        NumbersCodec.read(from, into.statusRows);
        NumbersCodec.read(from, into.blockedSince);
        NumbersCodec.read(from, into.knownSince);
        NumbersCodec.read(from, into.vanishedAt);
    }

    private static void write(PartWriter to, GoroutineColumns c, int count) throws IOException {
        for (long[] column : new long[][]{c.running, c.runnable, c.syscall, c.syscallBlocked}) {
            to.longs(Arrays.copyOf(column, count));
        }
        for (int[] column : new int[][]{c.waits, c.entryStack, c.creationRow, c.firstRunRow, c.endRow,
                c.transitions}) {
            to.ints(Arrays.copyOf(column, count));
        }
        to.ints(c.onlyTold.stream().toArray());
    }

    private static void read(PartReader from, GoroutineColumns into) throws IOException {
        into.running = from.longs();
        into.runnable = from.longs();
        into.syscall = from.longs();
        into.syscallBlocked = from.longs();
        into.waits = from.ints();
        into.entryStack = from.ints();
        into.creationRow = from.ints();
        into.firstRunRow = from.ints();
        into.endRow = from.ints();
        into.transitions = from.ints();
        for (int g : from.ints()) {
            into.onlyTold.set(g);
        }
    }

    private static void write(PartWriter to, WaitTotals waits) throws IOException {
        to.ints(Arrays.copyOf(waits.cause, waits.nodes));
        to.ints(Arrays.copyOf(waits.next, waits.nodes));
        to.longs(Arrays.copyOf(waits.ns, waits.nodes));
    }

    private static void read(PartReader from, WaitTotals into) throws IOException {
        into.cause = from.ints();
        into.next = from.ints();
        into.ns = from.longs();
        into.nodes = into.cause.length;
    }

    private static void write(PartWriter to, WaitReasons reasons) throws IOException {
        int[] strings = new int[reasons.size()];
        Arrays.setAll(strings, reasons::string);
        to.ints(strings);
    }

    private static void read(PartReader from, WaitReasons into) throws IOException {
        for (int string : from.ints()) {
            into.index(string);
        }
    }

    private static void write(PartWriter to, WaitProfile profile) throws IOException {
        long[] counts = new long[profile.stacks()];
        long[] nanos = new long[counts.length];
        Arrays.setAll(counts, profile::count);
        Arrays.setAll(nanos, profile::ns);
        to.longs(counts);
        to.longs(nanos);
    }

    private static void read(PartReader from, WaitProfile into) throws IOException {
        long[] counts = from.longs();
        long[] nanos = from.longs();
        into.ensure(counts.length);
        for (int stack = 0; stack < counts.length; stack++) {
            into.add(stack, counts[stack], nanos[stack]);
        }
    }
}

package dev.faultline.trace;

import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import dev.faultline.trace.store.TraceStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Keeps a trace's texts, stacks and ids and how it was read: everything but its rows, which are more than the file that
/// they are read from, and its name, which may be another the next time.
///
/// @param name of the trace that is read back
/// @param store where it lies
/// @param rows reads its rows when somebody first asks for one
record TraceCodec(String name, TraceStore store, Supplier<EventStore> rows) implements Codec<Trace> {
    private static final Codec<Head> HEAD = Codec.of(Head.class);
    private static final Codec<ReadReport> REPORT = Codec.of(ReadReport.class);

    /// What stands in front.
    private record Head(String header, int minor, long bytes, long durationNs, int rows) {}

    @Override
    public void write(PartWriter to, Trace t) throws IOException {
        HEAD.write(to, new Head(t.header(), t.minor(), t.bytes(), t.durationNs(), t.events().size()));
        to.number(t.strings().size());
        for (int i = 0; i < t.strings().size(); i++) {
            to.text(t.strings().get(i));
        }
        writeStacks(to, t.stacks());
        to.longs(t.goroutines().toArray());
        to.longs(t.threads().toArray());
        Generation.CODEC.list().write(to, t.generations());
        REPORT.write(to, t.report());
    }

    @Override
    public Trace read(PartReader from) throws IOException {
        Head head = HEAD.read(from);
        Strings strings = new Strings();
        int texts = from.size();
        for (int i = 0; i < texts; i++) {
            strings.intern(from.text());
        }
        Stacks stacks = readStacks(from, strings);
        Ids goroutines = Ids.of(from.longs());
        Ids threads = Ids.of(from.longs());
        return new Trace(name, head.header, head.minor, head.bytes, head.durationNs,
                EventStore.later(head.rows, rows), strings, stacks, goroutines, threads,
                Generation.CODEC.list().read(from), REPORT.read(from), store);
    }

    private static void writeStacks(PartWriter to, Stacks stacks) throws IOException {
        int frames = stacks.frameCount();
        to.ints(IntStream.range(0, frames).map(i -> stacks.key(i).function()).toArray());
        to.ints(IntStream.range(0, frames).map(i -> stacks.key(i).file()).toArray());
        to.ints(IntStream.range(0, frames).map(i -> stacks.key(i).line()).toArray());
        to.longs(IntStream.range(0, frames).mapToLong(i -> stacks.key(i).pc()).toArray());
        to.ints(IntStream.range(0, stacks.size()).map(stacks::depth).toArray());
        to.ints(IntStream.range(0, stacks.size())
                .flatMap(id -> IntStream.range(0, stacks.depth(id)).map(depth -> stacks.frameId(id, depth)))
                .toArray());
    }

    private static Stacks readStacks(PartReader from, Strings strings) throws IOException {
        int[] functions = from.ints();
        int[] files = from.ints();
        int[] lines = from.ints();
        long[] pcs = from.longs();
        Stacks stacks = new Stacks(strings);
        for (int i = 0; i < pcs.length; i++) {
            stacks.internFrame(new Stacks.FrameKey(functions[i], files[i], lines[i], pcs[i]));
        }
        int[] depths = from.ints();
        int[] all = from.ints();
        int at = 0;
        for (int depth : depths) {
            stacks.intern(Arrays.copyOfRange(all, at, at + depth));
            at += depth;
        }
        return stacks;
    }
}

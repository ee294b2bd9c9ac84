package dev.faultline.model.reconstruct;

import dev.faultline.model.replay.Replay;
import dev.faultline.trace.Trace;
import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import java.io.IOException;

/// Keeps a model: the columns that the pass filled, and what it said at its end.
///
/// @param trace what the model is of
record ModelCodec(Trace trace) implements Codec<BuiltModel> {
    @Override
    public void write(PartWriter to, BuiltModel model) throws IOException {
        ModelBuilder built = model.built;
        GoroutineCodec.write(to, built.goroutines, trace.goroutines().size());
        writeRanges(to, built.ranges.ranges);
        UserCodec.write(to, built.regions);
        UserCodec.write(to, built.tasks);
        UserCodec.write(to, built.inheritance);
        to.ints(built.cpuSamples.toIntArray());
        to.ints(built.labels.toIntArray());
        PassResultCodec.INSTANCE.write(to, model.result);
    }

    @Override
    public BuiltModel read(PartReader from) throws IOException {
        ModelBuilder built = new ModelBuilder(Replay.of(trace), trace.parts());
        GoroutineCodec.read(from, built.goroutines);
        readRanges(from, built.ranges.ranges);
        UserCodec.read(from, built.regions);
        UserCodec.read(from, built.tasks);
        UserCodec.read(from, built.inheritance);
        NumbersCodec.read(from, built.cpuSamples);
        NumbersCodec.read(from, built.labels);
        return new BuiltModel(trace, built, PassResultCodec.INSTANCE.read(from));
    }

    private static void writeRanges(PartWriter to, RangeColumns ranges) throws IOException {
        to.ints(ranges.kinds.toIntArray());
        to.ints(ranges.firstRows.toIntArray());
        to.ints(ranges.endRows.toIntArray());
        to.number(ranges.end);
        to.number(ranges.firstGenerationEnd);
        NumbersCodec.write(to, ranges.lastKnown);
    }

    private static void readRanges(PartReader from, RangeColumns into) throws IOException {
        NumbersCodec.read(from, into.kinds);
        NumbersCodec.read(from, into.firstRows);
        NumbersCodec.read(from, into.endRows);
        into.end = from.number();
        into.firstGenerationEnd = from.integer();
        NumbersCodec.read(from, into.lastKnown);
    }
}

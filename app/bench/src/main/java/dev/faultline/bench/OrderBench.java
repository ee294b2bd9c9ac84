package dev.faultline.bench;

import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.event.Clock;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.order.GenerationOrderer;
import dev.faultline.trace.store.TraceStore;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.BatchScanner;
import dev.faultline.trace.wire.Frequencies;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TableReader;
import dev.faultline.trace.wire.Tables;
import dev.faultline.trace.wire.TraceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// The stages between the file and the rows, on one thread: finding the batches, decoding them, and all of it with the
/// merge and the packing. The trace must be one of Go 1.22 or later.
public class OrderBench extends WholeTraceBench {
    private TraceFile file;
    private List<RawGeneration> generations;
    private Clock clock;

    @Setup
    public void open() throws IOException {
        TraceSource source = TraceSources.open(Sample.path(), Limits.ofEnvironment(Map.of())).getFirst();
        file = TraceFile.of(source.bytes(), 0, source::close);
        generations = BatchScanner.scan(file);
        clock = Frequencies.mostFrequent(file, generations);
    }

    @TearDown
    public void close() {
        file.close();
    }

    @Benchmark
    public int findBatches() {
        return BatchScanner.scan(file).size();
    }

    /// Each batch by itself.
    @Benchmark
    public long decodeBatches() {
        long sum = 0;
        for (RawGeneration generation : generations) {
            for (Batch batch : generation.batches()) {
                if (batch.kind() == Batch.Kind.EVENTS) {
                    sum += decode(generation, batch);
                }
            }
        }
        return sum;
    }

    private long decode(RawGeneration generation, Batch batch) {
        BatchCursor cursor = new BatchCursor(file, generation.number(), generation.maxTime(), batch.thread(), 0);
        cursor.add(batch);
        long sum = 0;
        while (cursor.next()) {
            sum += cursor.time() + cursor.arg0();
        }
        return sum;
    }

    /// Decodes, merges and packs one generation after the other.
    @Benchmark
    public long decodeMergeAndPack() {
        long rows = 0;
        Strings strings = new Strings();
        Stacks stacks = new Stacks(strings);
        try (TraceStore store = TraceStore.ofMade()) {
            for (RawGeneration generation : generations) {
                Tables tables = TableReader.read(file, generation);
                tables.intern(strings, stacks);
                rows += new GenerationOrderer(generation, tables, clock).order(file, store, () -> {}).rows().count();
            }
        }
        return rows;
    }
}

package dev.faultline.trace.mutation;

import com.sun.management.OperatingSystemMXBean;
import dev.faultline.trace.Generation;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.wire.BatchScanner;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TraceFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Holds mutated files against what must be true of them whatever was done:
///
/// - reading ends within a bound on time and memory, and throws nothing;
/// - there are no more events than in the original, but for those whose order had to be forced or repaired;
/// - generations that were not touched come out as they were.
public final class MutationCheck {
    /// Most processor time that reading may take: what a second of an idle machine does many times over.
    private static final long MAX_NANOS = 20_000_000_000L;
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();
    /// Bytes of rows for each byte of the file, and what any file may take.
    private static final long BYTES_PER_BYTE = 64;
    private static final long FREE_BYTES = 1 << 20;
    private static final int FIRST_V2 = 22;
    private static final int FIRST_WITH_WHOLE_PAUSES = 10;
    /// Bytes of a stretch that the reader of old traces recognises when it stands in the file twice.
    private static final int SHORTEST_COPY = 24;
    /// The same where nothing else tells of damage.
    private static final int SHORTEST_SURE_COPY = 256;
    private static final int SHORTEST_EVENT = 2;
    /// Places where bytes meet that did not belong together.
    private static final int SEAMS = 3;

    private final byte[] original;
    private final long events;
    private final Map<Long, Long> fingerprints;
    private final List<RawGeneration> generations;
    private final Consumer<Trace> further;

    /// @param further more that must work on whatever comes out
    public MutationCheck(byte[] original, Consumer<Trace> further) throws IOException {
        this.original = original;
        this.further = further;
        try (Trace trace = read(original)) {
            this.events = trace.events().size();
            this.fingerprints = Fingerprint.of(trace);
            this.generations = trace.minor() < FIRST_V2 ? List.of() : scan(original);
        }
    }

    /// What is wrong with the outcome of a mutation; empty when nothing is.
    public List<String> violations(Mutation mutation) {
        List<String> wrong = new ArrayList<>();
        byte[] mutated = mutation.apply(original);
        long start = PROCESS.getProcessCpuTime();
        try (Trace trace = read(mutated)) {
            further.accept(trace);
            long nanos = PROCESS.getProcessCpuTime() - start;
            if (nanos > MAX_NANOS) {
                wrong.add("took " + nanos / 1_000_000 + " ms");
            }
            if (trace.events().bytes() > FREE_BYTES + BYTES_PER_BYTE * mutated.length) {
                wrong.add(trace.events().bytes() + " bytes of rows");
            }
            long repaired = trace.report().forced() + trace.report().skipped();
            if (trace.events().size() > events + repaired + unseen(mutation, trace)) {
                wrong.add(trace.events().size() + " events, the original has " + events + ", repaired " + repaired);
            }
            untouched(mutation, trace, wrong);
        } catch (IOException | RuntimeException | Error e) {
            wrong.add("threw " + e);
            e.printStackTrace();
        }
        return wrong;
    }

    /// Events that a mutation may bring without anybody being able to see it. No format has checks: changed bytes that
    /// make sense are believed. The old one has no lengths either: the shortest event has two bytes, what is short can
    /// be there twice by chance, and letters can be events.
    private static long unseen(Mutation mutation, Trace trace) {
        if (trace.minor() >= FIRST_V2) {
            return mutation.kind() == Mutation.Kind.FLIP ? inBytes(mutation.length()) : 0;
        }
        boolean sound = trace.report().losses().isEmpty();
        return pauses(trace) + switch (mutation.kind()) {
            case FLIP -> inBytes(mutation.length());
            case DOUBLE -> mutation.length() < (sound ? SHORTEST_SURE_COPY : SHORTEST_COPY)
                    ? inBytes(mutation.length())
                    : 0;
            case REMOVE, SWAP -> sound ? SEAMS : 0;
            case TEXT -> inBytes(Mutation.LINE.length);
            case CUT -> 0;
        };
    }

    /// Rows of pauses where a changed time may take apart what is one: before Go 1.10 each P tells its own part.
    private static long pauses(Trace trace) {
        long rows = 0;
        EventCursor e = trace.events().cursor(0, trace.minor() < FIRST_WITH_WHOLE_PAUSES ? trace.events().size() : 0);
        while (e.next()) {
            rows += e.type() == EventType.STW_BEGIN || e.type() == EventType.STW_END ? 1 : 0;
        }
        return rows;
    }

    private static long inBytes(int length) {
        return length / SHORTEST_EVENT + 1;
    }

    private void untouched(Mutation mutation, Trace trace, List<String> wrong) {
        Map<Long, Long> found = Fingerprint.of(trace);
        List<Mutation.Untouched> parts = mutation.untouched(original.length);
        for (RawGeneration g : generations) {
            boolean intact = parts.stream().anyMatch(p -> p.holds(g.offset(), g.end()));
            if (intact && !fingerprints.get(g.number()).equals(found.get(g.number()))) {
                wrong.add("generation " + g.number() + " was not touched, but is different; found "
                        + trace.generations().stream().map(Generation::number).toList());
            }
        }
    }

    static List<RawGeneration> scan(byte[] bytes) throws IOException {
        return BatchScanner.scan(TraceFile.of(MemorySegment.ofArray(bytes), 0, () -> {
            // on the heap
        }));
    }

    static Trace read(byte[] bytes) throws IOException {
        Arena arena = Arena.ofShared();
        MemorySegment segment = arena.allocate(Math.max(1, bytes.length)).asSlice(0, bytes.length);
        segment.copyFrom(MemorySegment.ofArray(bytes));
        TraceSource source = new TraceSource("mutated", segment, List.of(), true, arena::close);
        return TraceReader.read(source, Progress.NONE, RowListener.NONE);
    }
}

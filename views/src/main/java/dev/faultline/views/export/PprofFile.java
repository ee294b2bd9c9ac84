package dev.faultline.views.export;

import dev.faultline.model.Range;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.WaitProfile;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2LongLinkedOpenHashMap;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/// Writes profiles that `go tool pprof` reads: count and time by stack, with labels for the goroutine's group, why it waited,
/// and `open`: `true` where the trace does not show the beginning or the end of the wait. Without those the sums are the
/// ones of `go tool trace -pprof`.
public final class PprofFile {
    // fields of Profile in profile.proto
    private static final int SAMPLE_TYPE = 1;
    private static final int SAMPLE = 2;
    private static final int LOCATION = 4;
    private static final int FUNCTION = 5;
    private static final int STRING_TABLE = 6;
    private static final int TIME_NANOS = 9;
    private static final int DURATION_NANOS = 10;
    private static final int PERIOD_TYPE = 11;
    private static final int PERIOD = 12;

    private static final int GROUP_BITS = 24;
    private static final int WAIT_BITS = 5;
    private static final WaitKind[] WAITS = WaitKind.values();

    private final TraceModel model;
    private final PprofKind kind;
    private final Stacks stacks;
    private final Object2LongLinkedOpenHashMap<String> strings = new Object2LongLinkedOpenHashMap<>();
    private final Object2LongLinkedOpenHashMap<String> functions = new Object2LongLinkedOpenHashMap<>();
    private final Message body = new Message();
    private final boolean[] located;

    private PprofFile(TraceModel model, PprofKind kind) {
        this.model = model;
        this.kind = kind;
        stacks = model.trace().stacks();
        located = new boolean[stacks.frameCount()];
        strings.defaultReturnValue(-1);
        functions.defaultReturnValue(-1);
        string("");
    }

    /// Writes a profile, compressed as all pprof files are.
    public static void write(TraceModel model, PprofKind kind, OutputStream out) throws IOException {
        PprofFile file = new PprofFile(model, kind);
        file.samples();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(file.head().toBytes());
            packed.write(file.body.toBytes());
        }
    }

    /// Count and time of one stack, group, reason.
    private static final class Sum {
        long count;
        long ns;
    }

    private void samples() {
        Long2ObjectLinkedOpenHashMap<Sum> sums = new Long2ObjectLinkedOpenHashMap<>();
        if (kind == PprofKind.SCHED) {
            queues(sums);
        } else if (kind.isOfSpans()) {
            spans(sums);
        } else if (kind == PprofKind.CPU) {
            EventStore events = model.trace().events();
            for (int row : model.cpuSampleRows()) {
                add(sums, events.stack(row), events.goroutine(row), WaitKind.NONE, false, 1);
            }
        } else {
            for (Range assist : model.ranges(Range.Kind.MARK_ASSIST)) {
                add(sums, assist.stack(), assist.goroutine(), WaitKind.NONE, assist.openStart() || assist.openEnd(),
                        assist.durationNs());
            }
        }
        sums.forEach(this::sample);
    }

    /// Whoever leaves the run queue was put there at the stack of another goroutine, which spans do not tell.
    private void queues(Long2ObjectLinkedOpenHashMap<Sum> sums) {
        WaitProfile finished = model.profile(WaitProfile.Kind.SCHED);
        for (int stack = 0; stack < finished.stacks(); stack++) {
            if (finished.count(stack) > 0) {
                Sum sum = add(sums, stack, -1, WaitKind.NONE, false, finished.ns(stack));
                sum.count = finished.count(stack);
            }
        }
        SpanCursor span = model.allSpans();
        while (span.next()) {
            if (span.open() && kind.counts(span.state(), span.kind())) {
                add(sums, span.stack(), span.goroutine(), WaitKind.NONE, true, span.end() - span.start());
            }
        }
    }

    private void spans(Long2ObjectLinkedOpenHashMap<Sum> sums) {
        SpanCursor span = model.allSpans();
        while (span.next()) {
            if (kind.counts(span.state(), span.kind()) && (span.end() > span.start() || span.open())) {
                int g = span.goroutine();
                // what began before the trace: Go's tools know no reason for such a wait, and do not count it
                boolean before = kind == PprofKind.BLOCKED || kind == PprofKind.NETWORK;
                boolean open = span.open()
                        || before && span.start() == 0 && model.goroutines().bornBefore(g);
                add(sums, span.stack(), g, span.kind(), open, span.end() - span.start());
            }
        }
    }

    private Sum add(Long2ObjectLinkedOpenHashMap<Sum> sums, int stack, int g, WaitKind wait, boolean open, long ns) {
        long group = g < 0 ? 0 : model.goroutines().group(g) + 1L;
        long key = (((long) stack << GROUP_BITS | group) << WAIT_BITS | wait.ordinal()) << 1 | (open ? 1 : 0);
        Sum sum = sums.get(key);
        if (sum == null) {
            sum = new Sum();
            sums.put(key, sum);
        }
        sum.count++;
        sum.ns += ns;
        return sum;
    }

    private void sample(long key, Sum sum) {
        int stack = (int) (key >>> GROUP_BITS + WAIT_BITS + 1);
        int group = (int) (key >>> WAIT_BITS + 1 & (1 << GROUP_BITS) - 1) - 1;
        WaitKind wait = WAITS[(int) (key >>> 1 & (1 << WAIT_BITS) - 1)];
        long[] locations = new long[stacks.depth(stack)];
        for (int d = 0; d < locations.length; d++) {
            locations[d] = location(stacks.frameId(stack, d));
        }
        Message sample = new Message().numbers(1, locations);
        if (kind == PprofKind.CPU) {
            sample.numbers(2, sum.count);
        } else {
            sample.numbers(2, sum.count, sum.ns);
        }
        if (group >= 0) {
            label(sample, "group", model.groups().get(group).name());
        }
        if (wait != WaitKind.NONE) {
            label(sample, "reason", wait.label());
        }
        if ((key & 1) != 0) {
            label(sample, "open", "true");
        }
        body.message(SAMPLE, sample);
    }

    private void label(Message sample, String key, String value) {
        sample.message(3, new Message().number(1, string(key)).number(2, string(value)));
    }

    private long location(int frame) {
        if (!located[frame]) {
            located[frame] = true;
            Message line = new Message().number(1, function(frame)).number(2, stacks.frame(frame).line());
            body.message(LOCATION, new Message().number(1, frame + 1L).number(3, stacks.key(frame).pc())
                    .message(4, line));
        }
        return frame + 1L;
    }

    private long function(int frame) {
        String name = stacks.frame(frame).function();
        String file = stacks.frame(frame).file();
        String key = name + "\n" + file;
        long id = functions.getLong(key);
        if (id < 0) {
            id = functions.size() + 1L;
            functions.put(key, id);
            body.message(FUNCTION, new Message().number(1, id).number(2, string(name)).number(3, string(name))
                    .number(4, string(file)));
        }
        return id;
    }

    private long string(String text) {
        long id = strings.getLong(text);
        if (id < 0) {
            id = strings.size();
            strings.put(text, id);
        }
        return id;
    }

    private Message head() {
        Message head = new Message();
        if (kind == PprofKind.CPU) {
            head.message(SAMPLE_TYPE, valueType("samples", "count")).message(PERIOD_TYPE,
                    valueType("samples", "count"));
        } else {
            String unit = kind == PprofKind.ASSIST ? "assists" : "contentions";
            head.message(SAMPLE_TYPE, valueType(unit, "count")).message(SAMPLE_TYPE, valueType("delay", "nanoseconds"))
                    .message(PERIOD_TYPE, valueType(unit, "count"));
        }
        Instant begin = model.trace().generations().isEmpty()
                ? null
                : model.trace().generations().getFirst().wallClock();
        head.number(PERIOD, 1).number(DURATION_NANOS, model.durationNs())
                .number(TIME_NANOS, begin == null ? 0 : begin.getEpochSecond() * 1_000_000_000 + begin.getNano());
        strings.keySet().forEach(s -> head.text(STRING_TABLE, s));
        return head;
    }

    private Message valueType(String type, String unit) {
        return new Message().number(1, string(type)).number(2, string(unit));
    }
}

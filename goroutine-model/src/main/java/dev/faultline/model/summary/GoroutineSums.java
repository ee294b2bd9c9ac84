package dev.faultline.model.summary;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Strings;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Goroutine times as Go's internal/trace/summary.go books them, each and in total. It differs from the model in two
/// points: a wait forever is the goroutine's end, and time in an open system call without P counts as time ready to
/// run besides.
final class GoroutineSums {
    private static final String FOREVER = "forever";

    private final TraceModel model;
    private final Goroutines goroutines;
    private final Strings strings;
    private final Int2ObjectOpenHashMap<Map<String, Long>> rangeNs = new Int2ObjectOpenHashMap<>();
    private final Int2LongOpenHashMap blockNs = new Int2LongOpenHashMap();
    private final @Nullable Map<String, GoroutineFigures> listed;
    /// One for all goroutines: there may be hundreds of thousands.
    private final Goroutines.WaitVisitor booking = (reason, kind, ns) -> block(reason, ns);
    private int count;
    private long execNs;
    private long schedWaitNs;
    private long syscallNs;
    private int forever;

    private GoroutineSums(TraceModel model) {
        this.model = model;
        goroutines = model.goroutines();
        strings = model.trace().strings();
        forever = strings.find(FOREVER);
        for (int g = 0; g < goroutines.count(); g++) {
            count += goroutines.mentioned(g) ? 1 : 0;
        }
        listed = count > Summary.LISTED ? null : new TreeMap<>();
    }

    static GoroutineSums of(TraceModel model) {
        GoroutineSums sums = new GoroutineSums(model);
        if (sums.listed != null) {
            sums.collectRanges();
        }
        for (int g = 0; g < sums.goroutines.count(); g++) {
            if (sums.goroutines.mentioned(g)) {
                sums.add(g);
            }
        }
        return sums;
    }

    private void collectRanges() {
        for (Range range : model.ranges()) {
            int g = range.goroutine();
            if (g >= 0) {
                long end = Math.min(range.endNs(), goroutines.endNs(g));
                rangeNs.computeIfAbsent(g, any -> new TreeMap<>()).merge(RangeNames.of(range),
                        Math.max(0, end - range.startNs()), Long::sum);
            }
        }
    }

    private void add(int g) {
        long openBlocked = goroutines.lostProcNs(g) < 0 ? 0 : model.durationNs() - goroutines.lostProcNs(g);
        long syscallBlock = goroutines.syscallBlockedNs(g) - openBlocked;
        long syscall = goroutines.syscallNs(g) - syscallBlock;
        long schedWait = goroutines.runnableNs(g) + openBlocked;
        execNs += goroutines.runningNs(g);
        schedWaitNs += schedWait;
        syscallNs += syscall;
        goroutines.waits(g, booking);
        if (listed != null) {
            listed.put(Long.toUnsignedString(goroutines.id(g)), figures(g, schedWait, syscall, syscallBlock));
        }
    }

    private void block(int reason, long ns) {
        if (reason != forever) {
            blockNs.addTo(reason, ns);
        }
    }

    private GoroutineFigures figures(int g, long schedWait, long syscall, long syscallBlock) {
        Map<String, Long> block = new TreeMap<>();
        goroutines.waits(g, (reason, kind, ns) -> block.merge(strings.get(reason), ns, Long::sum));
        Long foreverNs = block.remove(FOREVER);
        long end = goroutines.endNs(g) - (foreverNs == null ? 0 : foreverNs);
        boolean ended = foreverNs != null || goroutines.ended(g);
        long firstRun = goroutines.firstRunNs(g);
        return new GoroutineFigures(goroutines.shownName(g), goroutines.bornNs(g), firstRun < 0 ? null : firstRun,
                ended ? end : null, goroutines.runningNs(g), schedWait, syscall, syscallBlock, block,
                rangeNs.getOrDefault(g, Map.of()), end - goroutines.bornNs(g));
    }

    @Nullable
    Map<String, GoroutineFigures> listed() {
        return listed;
    }

    int count() {
        return count;
    }

    long execNs() {
        return execNs;
    }

    long schedWaitNs() {
        return schedWaitNs;
    }

    long syscallNs() {
        return syscallNs;
    }

    Map<String, Long> blockNs() {
        Map<String, Long> sums = new TreeMap<>();
        blockNs.int2LongEntrySet().forEach(e -> sums.put(strings.get(e.getIntKey()), e.getLongValue()));
        return sums;
    }
}

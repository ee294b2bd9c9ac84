package dev.faultline.model.rules.gc;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.GcCycle;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What each collection leaves grows over the trace.
public final class LiveHeapGrowth implements Rule {
    private static final Setting CYCLES = new Setting("cycles_count", 8);
    private static final Setting GAIN = new Setting("gain_ratio", 0.5);
    private static final Setting BYTES = new Setting("gain_bytes", 4 << 20);
    private static final Setting FIT = new Setting("fit_ratio", 0.8);
    /// Of the goroutines of a group so many must be alive at the end to be told beside the heap.
    private static final int ALIVE = 20;

    /// A straight line through what the collections left.
    ///
    /// @param fromBytes where it begins
    /// @param toBytes where it ends
    /// @param fit share of the variance that it explains, 0 to 1
    private record Line(double fromBytes, double toBytes, double fit) {
        static Line through(List<GcCycle> cycles) {
            double meanX = cycles.stream().mapToDouble(GcCycle::endNs).average().orElse(0);
            double meanY = cycles.stream().mapToDouble(c -> c.heap().after()).average().orElse(0);
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (GcCycle c : cycles) {
                double x = c.endNs() - meanX;
                double y = c.heap().after() - meanY;
                xx += x * x;
                xy += x * y;
                yy += y * y;
            }
            double slope = xx == 0 ? 0 : xy / xx;
            return new Line(meanY + slope * (cycles.getFirst().endNs() - meanX),
                    meanY + slope * (cycles.getLast().endNs() - meanX), xx * yy == 0 ? 0 : xy * xy / (xx * yy));
        }
    }

    @Override
    public String id() {
        return "live-heap-growth";
    }

    @Override
    public List<Setting> settings() {
        return List.of(CYCLES, GAIN, BYTES, FIT);
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<GcCycle> cycles = facts.gcCycles().all().stream().filter(c -> c.heap().after() > 0).toList();
        if (cycles.size() < settings.value(this, CYCLES)) {
            return List.of();
        }
        Line line = Line.through(cycles);
        Line later = Line.through(cycles.subList(cycles.size() / 2, cycles.size()));
        double gain = line.toBytes - line.fromBytes;
        // a cache that fills grows at first; a leak does so to the end
        boolean goesOn = later.toBytes - later.fromBytes > gain / 4;
        return gain >= settings.value(this, BYTES) && gain >= Math.abs(line.fromBytes) * settings.value(this, GAIN)
                && line.fit >= settings.value(this, FIT) && goesOn
                        ? List.of(finding(facts, cycles, line))
                        : List.of();
    }

    private Finding finding(Facts facts, List<GcCycle> cycles, Line line) {
        Optional<GoroutineGroup> beside = facts.model().groups().stream()
                .filter(g -> alive(facts, g) >= ALIVE).max(Comparator.comparingLong(g -> alive(facts, g)));
        long first = cycles.getFirst().heap().after();
        long last = cycles.getLast().heap().after();
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.NOTICE, Confidence.POSSIBLE)
                .anywhere().with("first", Units.bytes(first)).with("last", Units.bytes(last))
                .with("cycles", cycles.size())
                .with("beside", beside.isPresent()).with("alive", beside.map(g -> alive(facts, g)).orElse(0L))
                .with("group", beside.map(GoroutineGroup::name).orElse(""))
                .cost(cycles.getLast().endNs() - cycles.getFirst().endNs())
                .figure("collections_count", cycles.size()).figure("first_bytes", first).figure("last_bytes", last)
                .figure("gain_bytes", line.toBytes - line.fromBytes).figure("fit_ratio", line.fit)
                .interval(cycles.getFirst().endNs(), cycles.getLast().endNs(), -1, "growth");
        beside.ifPresent(g -> finding.stack("creation", alive(facts, g), g.creationStack()));
        return finding.finding();
    }

    /// How many of a group that were created in the trace are alive at its end.
    private static long alive(Facts facts, GoroutineGroup group) {
        return group.members().intStream()
                .filter(g -> facts.model().goroutines().bornNs(g) > 0 && !facts.model().goroutines().ended(g)).count();
    }
}

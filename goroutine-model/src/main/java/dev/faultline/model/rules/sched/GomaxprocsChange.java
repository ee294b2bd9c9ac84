package dev.faultline.model.rules.sched;

import dev.faultline.model.Metric;
import dev.faultline.model.Range;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The number of Ps changes while the program runs.
public final class GomaxprocsChange implements Rule {
    private static final Setting LOST = new Setting("lost_ratio", 0.01);
    /// A number of processors is one that the program usually has when it lasts for this share of the trace.
    private static final double USUAL = 0.1;

    @Override
    public String id() {
        return "gomaxprocs-change";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LOST);
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        return facts.model().metrics().stream().filter(m -> m.name().equals(Metric.GOMAXPROCS))
                .flatMap(m -> check(facts, settings, m).stream()).toList();
    }

    private List<Finding> check(Facts facts, Settings settings, Metric procs) {
        FindingBuilder finding = new FindingBuilder(this, facts.model());
        int changes = 0;
        long least = Long.MAX_VALUE;
        long most = 0;
        double alone = 0;
        for (int i = 0; i < procs.values().length; i++) {
            long value = procs.values()[i];
            long until = until(facts, procs, i);
            least = Math.min(least, value);
            most = Math.max(most, value);
            if (i > 0 && value != procs.values()[i - 1]) {
                changes++;
                finding.interval(procs.timesNs()[i], until, -1, "procs", Map.of("value", value));
            }
            alone += value == 1 ? until - procs.timesNs()[i] : 0;
        }
        if (changes == 0) {
            return List.of();
        }
        boolean little = lostShare(facts, procs) < settings.value(this, LOST);
        return List.of(finding(facts, finding, new Change(changes, least, most, most > 1 ? alone : 0, little)));
    }

    private static long until(Facts facts, Metric procs, int i) {
        return i + 1 < procs.values().length ? procs.timesNs()[i + 1] : facts.model().durationNs();
    }

    /// Share of the time of the processors that the program usually has in which it had not as many.
    private static double lostShare(Facts facts, Metric procs) {
        Map<Long, Long> times = new TreeMap<>();
        for (int i = 0; i < procs.values().length; i++) {
            times.merge(procs.values()[i], until(facts, procs, i) - procs.timesNs()[i], Long::sum);
        }
        double whole = Math.max(1, facts.model().durationNs());
        long usual = times.entrySet().stream().filter(e -> e.getValue() >= whole * USUAL).mapToLong(Map.Entry::getKey)
                .max().orElse(1);
        return times.entrySet().stream().mapToDouble(e -> Math.max(0, usual - e.getKey()) * (double) e.getValue()).sum()
                / (usual * whole);
    }

    private enum By {
        PROGRAM, TESTS, RUNTIME, UNKNOWN
    }

    /// @param little whether hardly any time of the processors was lost by it
    private record Change(int times, long least, long most, double aloneNs, boolean little) {}

    private Finding finding(Facts facts, FindingBuilder finding, Change change) {
        int caller = 0;
        boolean own = false;
        for (Range pause : facts.model().ranges(Range.Kind.STW)) {
            if (pause.reason().equals("GOMAXPROCS") && pause.stack() != 0) {
                finding.goroutine(pause.goroutine()).stack("change", 1, pause.stack());
                caller = caller == 0 ? pause.stack() : caller;
                own |= !facts.waitSites().ofTests(facts.waitSites().of(pause.stack()))
                        && !facts.code().isStandard(facts.code().ownFrame(pause.stack()));
            }
        }
        boolean tests = facts.waitSites().ofTests(facts.waitSites().of(caller));
        By by = own ? By.PROGRAM : caller == 0 ? By.UNKNOWN : tests ? By.TESTS : By.RUNTIME;
        double cost = change.aloneNs() * (change.most() - 1);
        boolean loud = (own || caller == 0) && !change.little();
        return finding.level(loud ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN).anywhere()
                .with("changes", change.times()).with("by", by).place("place", facts, caller)
                .with("fewest", change.least()).with("most", change.most()).with("single", change.aloneNs() > 0)
                .with("alone", Units.duration(change.aloneNs())).cost(cost).figure("changes_count", change.times())
                .figure("least_count", change.least()).figure("most_count", change.most())
                .figure("single_ns", change.aloneNs()).finding();
    }
}

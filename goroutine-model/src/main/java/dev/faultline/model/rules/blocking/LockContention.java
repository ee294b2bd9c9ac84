package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.measure.Survival;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import java.util.List;
import java.util.Map;

/// Goroutines queue for a lock.
public final class LockContention implements Rule {
    private static final Setting WAITERS = new Setting("mean_waiters_count", 1);
    private static final Setting CRITICAL = new Setting("critical_waiters_count", 10);
    private static final Setting LEAST = new Setting("least_count", 20);
    private static final Setting TOTAL = new Setting("least_ns", 20_000_000);

    @Override
    public String id() {
        return "lock-contention";
    }

    @Override
    public List<Setting> settings() {
        return List.of(WAITERS, CRITICAL, LEAST, TOTAL);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        return facts.timing().waits().stream().filter(w -> w.object() == WaitObject.MUTEX)
                .filter(w -> mean(facts, w) >= settings.value(this, WAITERS)
                        && w.times().count() >= settings.value(this, LEAST)
                        && w.times().sum() >= settings.value(this, TOTAL))
                .map(w -> finding(facts, settings, w)).toList();
    }

    private static double mean(Facts facts, SiteWait wait) {
        return (double) wait.times().sum() / Math.max(1, facts.model().durationNs());
    }

    private Finding finding(Facts facts, Settings settings, SiteWait wait) {
        double mean = mean(facts, wait);
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(mean >= settings.value(this, CRITICAL) ? Severity.CRITICAL : Severity.WARNING,
                        Confidence.CERTAIN)
                .stack("wait", wait.times().count(), wait.stack());
        for (Stretch s : wait.longest().all()) {
            finding.goroutine(s.goroutine()).interval(s.fromNs(), s.toNs(), s.goroutine(), "wait");
        }
        int release = release(finding, facts, wait.wakes());
        Survival survival = wait.survival();
        long medianNs = survival.quantile(0.5).orElse(wait.times().max());
        return finding.with("waits", wait.times().count()).place("place", facts, wait.stack())
                .with("total", Units.duration(wait.times().sum()))
                .with("mean", Units.number(mean))
                .with("peak", wait.mostWaiting()).with("median", Units.duration(medianNs, survival.exact()))
                .with("longest", Units.duration(wait.times().max())).with("holder", release != 0)
                .place("released", facts, release).cost(wait.times().sum())
                .figure("waits_count", wait.times().count()).figure("waited_ns", wait.times().sum())
                .figure("median_ns", medianNs).figure("longest_ns", wait.times().max())
                .figure("mean_waiters_count", mean).figure("most_waiters_count", wait.mostWaiting()).finding();
    }

    /// The stack that releases the lock most often, from the wake-ups at the site; 0 when unknown.
    private static int release(FindingBuilder finding, Facts facts, WakeLog wakes) {
        Int2IntLinkedOpenHashMap stacks = new Int2IntLinkedOpenHashMap();
        for (int i = 0; i < wakes.size(); i++) {
            stacks.addTo(wakes.stack(i), 1);
            finding.link("woke", wakes.waker(i), wakes.target(i));
        }
        finding.stacks("release", stacks, 5);
        return stacks.int2IntEntrySet().stream().filter(e -> e.getIntKey() != 0).max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey).orElse(0);
    }
}

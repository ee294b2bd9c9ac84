package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.measure.SlidingWindows.Window;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Goroutines queue for a lock.
public final class LockContention implements Rule {
    private static final Setting WAITERS = new Setting("mean_waiters_count", 1);
    private static final Setting CRITICAL = new Setting("critical_waiters_count", 10);
    private static final Setting LEAST = new Setting("least_count", 20);
    private static final Setting BURST = new Setting("burst_waiters_count", 4);
    private static final long SECOND_NS = 1_000_000_000;
    private static final long TENTH_NS = 100_000_000;
    private static final Setting TOTAL = new Setting("least_ns", 20_000_000);

    @Override
    public String id() {
        return "lock-contention";
    }

    @Override
    public List<Setting> settings() {
        return List.of(WAITERS, CRITICAL, BURST, LEAST, TOTAL);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<Finding> findings = new ArrayList<>();
        for (SiteWait wait : facts.timing().waits()) {
            if (wait.object() != WaitObject.MUTEX || count(wait) < settings.value(this, LEAST)
                    || wait.totalNs() < settings.value(this, TOTAL)) {
                continue;
            }
            Optional<Window> burst = burst(wait, settings);
            if (mean(facts, wait) >= settings.value(this, WAITERS)) {
                findings.add(finding(facts, settings, wait, Optional.empty()));
            } else if (burst.isPresent()) {
                findings.add(finding(facts, settings, wait, burst));
            }
        }
        return findings;
    }

    private static long count(SiteWait wait) {
        return wait.times().count() + wait.openCount();
    }

    private static double mean(Facts facts, SiteWait wait) {
        return (double) wait.totalNs() / Math.max(1, facts.model().durationNs());
    }

    /// The worst second, or else the worst tenth of a second, with so many waiters as make a burst.
    private Optional<Window> burst(SiteWait wait, Settings settings) {
        return Stream.of(SECOND_NS, TENTH_NS).map(wait.windows()::worst)
                .filter(w -> w.mean() >= settings.value(this, BURST)).findFirst();
    }

    private Finding finding(Facts facts, Settings settings, SiteWait wait, Optional<Window> burst) {
        double mean = mean(facts, wait);
        Severity whole = mean >= settings.value(this, CRITICAL) ? Severity.CRITICAL : Severity.WARNING;
        FindingBuilder finding = new FindingBuilder(this, facts.model(), burst.isPresent() ? "burst" : "")
                .level(burst.isPresent() ? Severity.NOTICE : whole, Confidence.CERTAIN)
                .stack("wait", count(wait), wait.stack());
        burst.ifPresent(w -> finding.interval(w.fromNs(), w.toNs(), -1, "burst")
                .with("from", Units.duration(w.fromNs())).with("to", Units.duration(w.toNs()))
                .with("queue", Units.number(w.mean())).figure("burst_waiters_count", w.mean())
                .figure("burst_ns", w.toNs() - w.fromNs()));
        for (Stretch s : wait.longest().all()) {
            finding.goroutine(s.goroutine()).interval(s.fromNs(), s.toNs(), s.goroutine(), "wait");
        }
        int release = release(finding, facts, wait.wakes());
        Survival survival = wait.survival();
        long medianNs = survival.quantile(0.5).orElse(wait.times().max());
        return finding.with("waits", count(wait)).place("place", facts, wait.stack())
                .with("total", Units.duration(wait.totalNs()))
                .with("mean", Units.number(mean))
                .with("peak", wait.mostWaiting()).with("median", Units.duration(medianNs, survival.exact()))
                .with("longest", Units.duration(wait.times().max())).with("holder", release != 0)
                .place("released", facts, release).cost(wait.totalNs())
                .figure("waits_count", count(wait)).figure("waited_ns", wait.totalNs())
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

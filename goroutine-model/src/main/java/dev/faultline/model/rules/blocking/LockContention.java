package dev.faultline.model.rules.blocking;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.sweep.SiteWait;
import dev.faultline.model.analysis.sweep.WakeLog;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Figures;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import java.util.List;
import java.util.Map;

/// Goroutines queue for a lock.
public final class LockContention implements Rule {
    private static final Setting WAITERS = new Setting("mean_waiters_count",
            "so many goroutines wait for the lock on average over the trace", 1);
    private static final Setting CRITICAL = new Setting("critical_waiters_count", "so many are critical", 10);
    private static final Setting LEAST = new Setting("least_count", "so many waits are needed to judge", 20);
    private static final Setting TOTAL = new Setting("least_ns", "so long must all waits be together", 20_000_000);

    @Override
    public String id() {
        return "lock-contention";
    }

    @Override
    public String about() {
        return "Goroutines that queue for a mutex, by where they wait.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(WAITERS, CRITICAL, LEAST, TOTAL);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        return facts.sweep().waits().stream().filter(w -> w.object() == WaitObject.MUTEX)
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
        String site = facts.code().ownPlace(wait.stack());
        Draft draft = new Draft(this, facts.model())
                .level(mean >= settings.value(this, CRITICAL) ? Severity.CRITICAL : Severity.WARNING,
                        Confidence.CERTAIN)
                .stack("waits for the lock", wait.times().count(), wait.stack());
        for (Stretch s : wait.longest().all()) {
            draft.goroutine(s.goroutine()).interval(s.fromNs(), s.toNs(), s.goroutine(), "waits for the lock");
        }
        String holder = holders(draft, facts, wait.wakes());
        return draft
                .summary("%s waits for the lock at %s took %s in all: %s goroutines queued on average, %s at the most."
                        .formatted(Units.count(wait.times().count()), site, Units.duration(wait.times().sum()),
                                Figures.value("mean_count", Math.round(mean * 10) / 10.0),
                                Units.count(wait.mostWaiting())))
                .why("While they queue they do nothing; however many processors there are, only one of them gets "
                        + "through at a time. The longest waited " + Units.duration(wait.times().max()) + ".")
                .advice("Hold the lock for less: move slow work (I/O, allocation, channel operations) out of the locked "
                        + "part at " + holder + ", split the data so that each part has its own lock, or use "
                        + "sync.RWMutex or atomics where most only read.")
                .cost(wait.times().sum())
                .figure("waits_count", "waits", wait.times().count())
                .figure("waited_ns", "waited in all", wait.times().sum())
                .figure("median_ns", "half waited at most",
                        wait.survival().quantile(0.5).orElse(wait.times().max()))
                .figure("longest_ns", "longest wait", wait.times().max())
                .figure("mean_waiters_count", "waiters on average", mean)
                .figure("most_waiters_count", "most waiters at a time", wait.mostWaiting()).finding();
    }

    /// Who releases the lock, from the wake-ups at the site.
    private static String holders(Draft draft, Facts facts, WakeLog wakes) {
        Int2IntLinkedOpenHashMap stacks = new Int2IntLinkedOpenHashMap();
        for (int i = 0; i < wakes.size(); i++) {
            stacks.addTo(wakes.stack(i), 1);
            draft.link("woke", wakes.waker(i), wakes.target(i));
        }
        draft.stacks("releases the lock", stacks, 5);
        return stacks.int2IntEntrySet().stream().filter(e -> e.getIntKey() != 0).max(Map.Entry.comparingByValue())
                .map(e -> facts.code().ownPlace(e.getIntKey())).orElse("the place that holds it");
    }
}

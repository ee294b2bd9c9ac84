package dev.faultline.model.rules.blocking;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.Pool;
import dev.faultline.model.analysis.wait.Pool.Starved;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All workers of a pool are blocked while callers queue for one.
public final class PoolStarvation implements Rule {
    private static final Setting WAIT = new Setting("wait_ns", 5_000_000);
    private static final Setting CALLERS = new Setting("callers_count", 3);
    private static final Setting BLOCKED = new Setting("blocked_ratio", 0.5);

    @Override
    public String id() {
        return "pool-starvation";
    }

    @Override
    public List<Setting> settings() {
        return List.of(WAIT, CALLERS, BLOCKED);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<Finding> findings = new ArrayList<>();
        for (Pool pool : facts.pools()) {
            if (pool.blockedShare() < settings.value(this, BLOCKED)) {
                continue;
            }
            List<Starved> starved = pool.starved(facts.timing(), (long) settings.value(this, WAIT));
            long callers = starved.stream().mapToInt(Starved::goroutine).distinct().count();
            if (callers >= settings.value(this, CALLERS)) {
                findings.add(finding(facts, pool, starved, callers));
            }
        }
        for (SiteWait site : facts.timing().waits()) {
            KnownFrame known = facts.knownPlaces().of(site.stack());
            if (known != null && known.meaning() == Meaning.POOL_QUEUE) {
                library(facts, settings, site, known).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /// The queue of a library's pool: whoever waits there found nothing free.
    private Optional<Finding> library(Facts facts, Settings settings, SiteWait site, KnownFrame known) {
        FindingBuilder finding = new FindingBuilder(this, facts.model(), "library")
                .level(Severity.WARNING, Confidence.CERTAIN).with("does", known.words())
                .stack("queue", site.times().count(), site.stack());
        IntOpenHashSet callers = new IntOpenHashSet();
        double total = 0;
        long longest = 0;
        WakeLog wakes = site.wakes();
        for (int i = 0; i < wakes.size(); i++) {
            if (wakes.durationNs(i) >= settings.value(this, WAIT)) {
                callers.add(wakes.target(i));
                total += wakes.durationNs(i);
                longest = Math.max(longest, wakes.durationNs(i));
                finding.goroutine(wakes.target(i)).fracture(wakes.beginNs(i), wakes.endNs(i), wakes.target(i),
                        "queue");
            }
        }
        if (callers.size() < settings.value(this, CALLERS)) {
            return Optional.empty();
        }
        return Optional.of(finding.with("callers", callers.size()).place("place", facts, site.stack())
                .with("longest", Units.duration(longest)).cost(total).figure("callers_count", callers.size())
                .figure("longest_ns", longest).figure("waited_ns", total).finding());
    }

    private Finding finding(Facts facts, Pool pool, List<Starved> starved, long callers) {
        GoroutineGroup workers = facts.model().groups().get(pool.group());
        FindingBuilder finding = new FindingBuilder(this, facts.model());
        double total = 0;
        long longest = 0;
        int gaveUp = 0;
        for (Starved s : starved) {
            long length = s.toNs() - s.fromNs();
            total += length;
            longest = Math.max(longest, length);
            boolean served = s.waker() >= 0 && facts.model().goroutines().group(s.waker()) == pool.group();
            gaveUp += served ? 0 : 1;
            finding.goroutine(s.goroutine()).fracture(s.fromNs(), s.toNs(), s.goroutine(),
                    served ? "served" : "abandoned");
        }
        workers.members().forEach(finding::goroutine);
        for (int i = 0; i < pool.busyFrom().size(); i++) {
            finding.interval(pool.busyFrom().getLong(i), pool.busyTo().getLong(i), -1, "busy");
        }
        int place = facts.waitSites().stack(pool.idleSite());
        return finding.level(Severity.WARNING, Confidence.LIKELY).with("callers", callers)
                .with("longest", Units.duration(longest)).with("workers", workers.members().size())
                .with("started", Phrases.origin(facts, workers)).with("abandoned", gaveUp)
                .with("blocked", Units.share(pool.blockedShare())).cost(total).figure("callers_count", callers)
                .figure("waits_count", starved.size()).figure("gave_up_count", gaveUp).figure("longest_ns", longest)
                .figure("waited_ns", total).figure("workers_count", workers.members().size())
                .figure("blocked_ratio", pool.blockedShare()).stack("idle", workers.members().size(), place)
                .stack("creation", workers.members().size(), workers.creationStack()).finding();
    }
}

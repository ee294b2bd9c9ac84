package dev.faultline.model.rules.blocking;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.OpenWait;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All workers of a pool are blocked while callers queue for one.
public final class PoolStarvation implements Rule {
    private static final Setting WAIT = new Setting("wait_ns", 5_000_000);
    private static final Setting CALLERS = new Setting("callers_count", 3);
    private static final Setting BLOCKED = new Setting("blocked_ratio", 0.5);
    private static final Setting LONG = new Setting("long_ns", 50_000_000);
    private static final Setting SHARE = new Setting("queue_ratio", 0.05);

    @Override
    public String id() {
        return "pool-starvation";
    }

    @Override
    public List<Setting> settings() {
        return List.of(WAIT, CALLERS, BLOCKED, LONG, SHARE);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<Finding> findings = new ArrayList<>();
        for (Pool pool : facts.pools()) {
            if (pool.blockedShare() < settings.value(this, BLOCKED)) {
                continue;
            }
            List<Starved> starved = pool.starved(facts.timing(), facts.openWaits(),
                    (long) settings.value(this, WAIT));
            long callers = starved.stream().mapToInt(Starved::goroutine).distinct().count();
            if (callers >= settings.value(this, CALLERS)) {
                findings.add(finding(facts, settings, pool, starved));
            }
        }
        for (SiteWait site : facts.timing().waits()) {
            if (!site.object().inside()) {
                continue;
            }
            KnownFrame known = facts.knownPlaces().of(site.stack());
            if (known != null && (known.meaning() == Meaning.POOL_QUEUE || known.meaning() == Meaning.LIMIT)) {
                queue(facts, settings, site, known.words(), known.meaning() == Meaning.LIMIT)
                        .ifPresent(findings::add);
            } else if (known == null && semaphore(facts, site)) {
                queue(facts, settings, site, texts().say("semaphore"), true).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /// Whether goroutines wait to send until others of their kind receive what they sent before: a channel used as a
    /// semaphore.
    private static boolean semaphore(Facts facts, SiteWait site) {
        WakeLog wakes = site.wakes();
        if (site.object() != WaitObject.SEND || wakes.size() == 0) {
            return false;
        }
        Goroutines goroutines = facts.model().goroutines();
        for (int i = 0; i < wakes.size(); i++) {
            int waker = wakes.waker(i);
            if (waker < 0 || waker == wakes.target(i)
                    || goroutines.group(waker) != goroutines.group(wakes.target(i))) {
                return false;
            }
        }
        return true;
    }

    /// The queue of a library's pool, or for a limit: whoever waits there found nothing free. A limit that the program has
    /// set itself does what it is for, unless requests hang.
    private Optional<Finding> queue(Facts facts, Settings settings, SiteWait site, String does, boolean limit) {
        List<Stretch> waits = waits(facts, site,
                (long) settings.value(this, WAIT));
        IntOpenHashSet callers = new IntOpenHashSet();
        waits.forEach(w -> callers.add(w.goroutine()));
        boolean stands = site.wakes().size() == 0 && stalled(waits);
        if (callers.size() < settings.value(this, CALLERS) || stands) {
            return Optional.empty();
        }
        double total = waits.stream().mapToLong(Stretch::durationNs).sum();
        long longest = waits.stream().mapToLong(Stretch::durationNs).max().orElse(0);
        boolean warn = (!limit || requests(facts, waits) >= settings.value(this, CALLERS))
                && lasts(facts, settings, waits);
        FindingBuilder finding = new FindingBuilder(this, facts.model(), limit ? "limit" : "library")
                .level(warn ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN).with("does", does)
                .with("callers", callers.size()).place("place", facts, site.stack())
                .with("longest", Units.duration(longest)).cost(total)
                .stack("queue", site.times().count(), site.stack()).figure("callers_count", callers.size())
                .figure("longest_ns", longest).figure("waited_ns", total);
        for (Stretch w : waits) {
            finding.goroutine(w.goroutine()).fracture(w.fromNs(), w.toNs(), w.goroutine(), "queue");
        }
        return Optional.of(finding.finding());
    }

    /// Whether callers are kept for long, or again and again: a burst that is worked off in a moment is what a queue is for.
    private boolean lasts(Facts facts, Settings settings, List<Stretch> waits) {
        long last = 0;
        double queued = 0;
        for (Stretch w : waits.stream().sorted(Comparator.comparingLong(Stretch::fromNs)).toList()) {
            if (w.durationNs() >= settings.value(this, LONG)) {
                return true;
            }
            queued += Math.max(0, w.toNs() - Math.max(last, w.fromNs()));
            last = Math.max(last, w.toNs());
        }
        return queued >= settings.value(this, SHARE) * facts.model().durationNs();
    }

    /// The waits at a site that last at least so long, those that have not ended included.
    private static List<Stretch> waits(Facts facts, SiteWait site, long leastNs) {
        List<Stretch> waits = new ArrayList<>();
        WakeLog wakes = site.wakes();
        for (int i = 0; i < wakes.size(); i++) {
            waits.add(new Stretch(wakes.target(i), wakes.beginNs(i), wakes.endNs(i), site.stack()));
        }
        for (OpenWait w : facts.openWaits().all()) {
            if (w.site() == site.site()) {
                waits.add(new Stretch(w.goroutine(), w.sinceNs(), w.sinceNs() + w.ageNs(), w.stack()));
            }
        }
        waits.removeIf(w -> w.durationNs() < leastNs);
        return waits;
    }

    /// Whether waits that nobody ended are so long that [StalledWait] tells of them.
    private static boolean stalled(List<Stretch> waits) {
        return waits.stream().mapToLong(Stretch::durationNs).max().orElse(0) >= StalledWait.WARN.value();
    }

    /// In how many requests of a server there was such a wait.
    private static long requests(Facts facts, List<Stretch> waits) {
        return waits.stream().map(w -> facts.runs().at(w.goroutine(), w.toNs()))
                .filter(run -> run != null && run.kind() == Run.Kind.REQUEST).distinct().count();
    }

    private Finding finding(Facts facts, Settings settings, Pool pool, List<Starved> starved) {
        long callers = starved.stream().mapToInt(Starved::goroutine).distinct().count();
        GoroutineGroup workers = facts.model().groups().get(pool.group());
        FindingBuilder finding = new FindingBuilder(this, facts.model());
        double total = 0;
        long longest = 0;
        int gaveUp = 0;
        SiteWait handOver = facts.timing().waitsAt(pool.handOver());
        boolean canGiveUp = handOver != null && handOver.object() == WaitObject.SELECT;
        for (Starved s : starved) {
            long length = s.toNs() - s.fromNs();
            total += length;
            longest = Math.max(longest, length);
            boolean served = s.waker() >= 0 && facts.model().goroutines().group(s.waker()) == pool.group();
            boolean abandoned = !served && !s.waits() && canGiveUp;
            gaveUp += abandoned ? 1 : 0;
            finding.goroutine(s.goroutine()).fracture(s.fromNs(), s.toNs(), s.goroutine(),
                    abandoned ? "abandoned" : s.waits() ? "waits" : "served");
        }
        workers.members().forEach(finding::goroutine);
        for (int i = 0; i < pool.busyFrom().size(); i++) {
            finding.interval(pool.busyFrom().getLong(i), pool.busyTo().getLong(i), -1, "busy");
        }
        int place = facts.waitSites().stack(pool.idleSite());
        boolean warn = gaveUp > 0 || lasts(facts, settings, starved.stream()
                .map(s -> new Stretch(s.goroutine(), s.fromNs(), s.toNs(), 0)).toList());
        return finding.level(warn ? Severity.WARNING : Severity.NOTICE, Confidence.LIKELY).with("callers", callers)
                .with("longest", Units.duration(longest)).with("workers", workers.members().size())
                .with("started", Phrases.origin(facts, workers)).with("abandoned", gaveUp)
                .with("blocked", Units.share(pool.blockedShare())).cost(total).figure("callers_count", callers)
                .figure("waits_count", starved.size()).figure("gave_up_count", gaveUp).figure("longest_ns", longest)
                .figure("waited_ns", total).figure("workers_count", workers.members().size())
                .figure("blocked_ratio", pool.blockedShare()).stack("idle", workers.members().size(), place)
                .stack("creation", workers.members().size(), workers.creationStack()).finding();
    }
}

package dev.faultline.model.rules.blocking;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.sweep.SiteWait;
import dev.faultline.model.analysis.sweep.WakeLog;
import dev.faultline.model.analysis.wait.Pool;
import dev.faultline.model.analysis.wait.Pool.Starved;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
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
    private static final Setting WAIT = new Setting("wait_ns", "a caller that waits as long has been kept waiting",
            5_000_000);
    private static final Setting CALLERS = new Setting("callers_count", "so many callers at least", 3);
    private static final Setting BLOCKED = new Setting("blocked_ratio",
            "share of the workers' busy time in which they are blocked, not working", 0.5);

    @Override
    public String id() {
        return "pool-starvation";
    }

    @Override
    public String about() {
        return "All workers of a small fixed group are blocked while callers wait to hand over work.";
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
            List<Starved> starved = pool.starved(facts.sweep(), (long) settings.value(this, WAIT));
            long callers = starved.stream().mapToInt(Starved::goroutine).distinct().count();
            if (callers >= settings.value(this, CALLERS)) {
                findings.add(finding(facts, pool, starved, callers));
            }
        }
        for (SiteWait site : facts.sweep().waits()) {
            KnownFrame known = facts.knownPlaces().of(site.stack());
            if (known != null && known.meaning() == Meaning.POOL_QUEUE) {
                library(facts, settings, site, known).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /// The queue of a library's pool: whoever waits there found nothing free.
    private Optional<Finding> library(Facts facts, Settings settings, SiteWait site, KnownFrame known) {
        Draft draft = new Draft(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN).stack(
                "waits for the pool",
                site.times().count(), site.stack());
        IntOpenHashSet callers = new IntOpenHashSet();
        double total = 0;
        long longest = 0;
        WakeLog wakes = site.wakes();
        for (int i = 0; i < wakes.size(); i++) {
            if (wakes.durationNs(i) >= settings.value(this, WAIT)) {
                callers.add(wakes.target(i));
                total += wakes.durationNs(i);
                longest = Math.max(longest, wakes.durationNs(i));
                draft.goroutine(wakes.target(i)).fracture(wakes.beginNs(i), wakes.endNs(i), wakes.target(i),
                        known.words());
            }
        }
        if (callers.size() < settings.value(this, CALLERS)) {
            return Optional.empty();
        }
        String place = facts.code().ownPlace(site.stack());
        return Optional.of(draft.summary("%s at %s waited up to %s; each %s.".formatted(
                Units.count(callers.size(), "goroutine"), place, Units.duration(longest), known.words()))
                .why("The pool is dry: whoever comes queues behind those who hold its connections, and the time goes to "
                        + "nobody's work.")
                .advice("Give back sooner what is taken from the pool (close rows and results, end transactions, hold no "
                        + "connection while waiting for something else) on the way to " + place
                        + "; only then think of a larger pool, as far as the peer can bear it.")
                .cost(total).figure("callers_count", "callers kept waiting", callers.size())
                .figure("longest_ns", "longest wait", longest).figure("waited_ns", "waited in all", total)
                .finding());
    }

    private Finding finding(Facts facts, Pool pool, List<Starved> starved, long callers) {
        GoroutineGroup workers = facts.model().groups().get(pool.group());
        Draft draft = new Draft(this, facts.model());
        double total = 0;
        long longest = 0;
        int gaveUp = 0;
        for (Starved s : starved) {
            long length = s.toNs() - s.fromNs();
            total += length;
            longest = Math.max(longest, length);
            boolean served = s.waker() >= 0 && facts.model().goroutines().group(s.waker()) == pool.group();
            gaveUp += served ? 0 : 1;
            draft.goroutine(s.goroutine()).fracture(s.fromNs(), s.toNs(), s.goroutine(),
                    served ? "waits for a worker" : "waits for a worker and gives up");
        }
        workers.members().forEach(draft::goroutine);
        for (int i = 0; i < pool.busyFrom().size(); i++) {
            draft.interval(pool.busyFrom().getLong(i), pool.busyTo().getLong(i), -1, "no worker is free");
        }
        int place = facts.waitSites().stack(pool.idleSite());
        String started = workers.creationStack() == 0
                ? workers.name()
                : facts.code().ownPlace(workers.creationStack());
        return draft.level(Severity.WARNING, Confidence.LIKELY)
                .summary("%s waited up to %s for one of %s started at %s; %s gave up.".formatted(
                        Units.count(callers, "caller"), Units.duration(longest),
                        Units.count(workers.members().size(), "worker"), started, Units.count(gaveUp)))
                .why("The pool is dry: its workers were blocked themselves for %s of their busy time and cannot take new work. Callers queue and time out, while the workers go on with what nobody waits for any more."
                        .formatted(Units.share(pool.blockedShare())))
                .advice("Let the caller's deadline reach what the workers of " + started
                        + " block on (context or SetDeadline on the connection), so that a slow peer cannot keep them; "
                        + "only then think of more workers.")
                .cost(total).figure("callers_count", "callers kept waiting", callers)
                .figure("waits_count", "waits", starved.size()).figure("gave_up_count", "gave up", gaveUp)
                .figure("longest_ns", "longest wait", longest).figure("waited_ns", "waited in all", total)
                .figure("workers_count", "workers", workers.members().size())
                .figure("blocked_ratio", "workers blocked while busy", pool.blockedShare())
                .stack("workers wait for work", workers.members().size(), place)
                .stack("workers created at", workers.members().size(), workers.creationStack()).finding();
    }
}

package dev.faultline.model.rules.blocking;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.rules.blocking.StalledWaits.Site;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Waits that have not ended, far outside what is usual.
public final class StalledWait implements Rule {
    private static final Setting LEAST = new Setting("wait_ns", 200_000_000);
    private static final Setting WAITERS = new Setting("waiters_count", 3);
    private static final Setting TIMES = new Setting("times_count", 10);
    private static final Setting FINISHED = new Setting("finished_count", 10);
    static final Setting WARN = new Setting("warning_ns", 500_000_000);
    private static final Setting ABANDONED = new Setting("abandoned_count", 20);

    /// What waits are compared with.
    private enum With {
        /// Waits at the same site that have ended.
        WAITS,
        /// Work of the same kind that has ended.
        RUNS,
        /// Nothing: nobody was served since the first of them came.
        NOTHING
    }

    /// What is usual.
    ///
    /// @param site the waits that are far outside of it
    /// @param ended how many ended
    private record Usual(With with, Site site, long ended, long medianNs, long mostNs) {}

    @Override
    public String id() {
        return "stalled-wait";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LEAST, WAITERS, TIMES, FINISHED, WARN, ABANDONED);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        StalledWaits waits = new StalledWaits(facts, (long) settings.value(this, LEAST));
        return waits.sites().stream().filter(site -> site.waits().size() >= settings.value(this, WAITERS))
                .flatMap(site -> usual(waits, site, settings).stream())
                .map(usual -> finding(waits, usual, settings)).toList();
    }

    private Optional<Usual> usual(StalledWaits waits, Site site, Settings settings) {
        return byWaits(waits, site, settings).or(() -> byRuns(waits, site, settings))
                .or(() -> standstill(site, settings));
    }

    private Optional<Usual> byWaits(StalledWaits waits, Site site, Settings settings) {
        Histogram times = site.finished() == null ? new Histogram() : site.finished().times();
        // a select may wait for anything, the end of the program included
        boolean unclear = site.object() == WaitObject.SELECT && waits.requests(site) < settings.value(this, WAITERS);
        if (times.count() < settings.value(this, FINISHED)
                || !site.wantsOn() && (unclear || waits.idleLoop(site))) {
            return Optional.empty();
        }
        return enough(new Usual(With.WAITS, longer(site, times.max(), settings), times.count(),
                times.quantile(0.5), times.max()), settings);
    }

    /// Those that have lasted many times as long.
    private Site longer(Site site, long mostNs, Settings settings) {
        List<OpenWait> far = site.waits().stream()
                .filter(w -> w.ageNs() >= settings.value(this, TIMES) * mostNs).toList();
        return new Site(far, site.known(), site.finished());
    }

    private Optional<Usual> enough(Usual usual, Settings settings) {
        return usual.site.waits().size() >= settings.value(this, WAITERS) ? Optional.of(usual) : Optional.empty();
    }

    private Optional<Usual> byRuns(StalledWaits waits, Site site, Settings settings) {
        if (!site.wantsOn() && !site.joins() || site.served()) {
            return Optional.empty();
        }
        long[] ended = endedRuns(waits, site);
        if (ended.length < settings.value(this, site.joins() ? FINISHED : WAITERS)) {
            return Optional.empty();
        }
        long most = ended[ended.length - 1];
        return enough(new Usual(With.RUNS, longer(site, most, settings), ended.length,
                Histogram.quantile(ended, 0.5), most), settings);
    }

    /// How long work of the same names lasted; where what hangs is none, goroutines started at the same places. Ascending.
    private static long[] endedRuns(StalledWaits waits, Site site) {
        Facts facts = waits.facts();
        Goroutines goroutines = facts.model().goroutines();
        LongArrayList durations = new LongArrayList();
        IntOpenHashSet groups = new IntOpenHashSet();
        Set<String> names = new HashSet<>();
        for (OpenWait w : site.waits()) {
            Run run = waits.run(w);
            if (run != null && names.add(run.name())) {
                facts.runs().like(run).stream().filter(Run::whole).forEach(r -> durations.add(r.durationNs()));
            } else if (run == null && groups.add(goroutines.group(w.goroutine()))) {
                facts.model().groups().get(goroutines.group(w.goroutine())).members().intStream()
                        .filter(g -> goroutines.ended(g) && !goroutines.bornBefore(g))
                        .forEach(g -> durations.add(goroutines.lifeNs(g)));
            }
        }
        return durations.longStream().sorted().toArray();
    }

    /// Many came, one after the other, and none was served; where somebody was before, all the more have to come since.
    private Optional<Usual> standstill(Site site, Settings settings) {
        Site unserved = site.unserved();
        boolean many = site.pool() || unserved.spreadNs() >= settings.value(this, LEAST) / 4;
        boolean enough = !site.served() || unserved.waits().size() >= settings.value(this, ABANDONED);
        boolean stands = site.wantsOn() && enough && many && unserved.oldestNs() >= settings.value(this, WARN);
        return stands ? Optional.of(new Usual(With.NOTHING, site, 0, 0, 0)) : Optional.empty();
    }

    private Finding finding(StalledWaits waits, Usual usual, Settings settings) {
        Facts facts = waits.facts();
        Site site = usual.site;
        OpenWait first = site.waits().getFirst();
        IntOpenHashSet past = site.wantsOn() ? waits.past(site) : new IntOpenHashSet();
        long requests = waits.requests(site);
        Run run = common(waits, site);
        int all = run != null ? facts.runs().like(run).size() : 0;
        double total = site.waits().stream().mapToLong(OpenWait::ageNs).sum();
        Confidence confidence = usual.with == With.NOTHING && !site.pool() ? Confidence.POSSIBLE : Confidence.LIKELY;
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(severity(waits, usual, past, settings), confidence)
                .with("does", site.known() != null ? site.known().words() : Phrases.does(first.object()))
                .place("place", facts, first.stack()).with("waiters", site.waits().size()).with("all", all)
                .with("more", all > site.waits().size()).with("who", run == null ? "goroutine" : run.kind())
                .with("longest", Units.duration(site.oldestNs())).with("compared", usual.with)
                .with("ended", usual.ended).with("median", Units.duration(usual.medianNs))
                .with("most", Units.duration(usual.mostNs)).with("on", site.pool() ? "pool" : first.object())
                .with("holds", site.wantsOn()).with("past", past.size()).cost(total)
                .figure("waiters_count", site.waits().size()).figure("longest_ns", site.oldestNs())
                .figure("waited_ns", total).figure("requests_count", requests).figure("past_count", past.size())
                .stack("wait", site.waits().size(), first.stack());
        for (OpenWait w : site.waits()) {
            finding.goroutine(w.goroutine()).fracture(w.sinceNs(), w.sinceNs() + w.ageNs(), w.goroutine(), "wait");
        }
        for (int g : past) {
            long since = facts.timing().exists(g) ? facts.timing().sinceNs(g) : 0;
            finding.interval(since, facts.model().durationNs(), g, "past");
        }
        return finding.finding();
    }

    /// The first of what they work on, where all of that is of one kind; else null.
    private static @Nullable Run common(StalledWaits waits, Site site) {
        List<Run> runs = site.waits().stream().map(waits::run).filter(Objects::nonNull).toList();
        long kinds = runs.stream().map(Run::kind).distinct().count();
        return runs.size() == site.waits().size() && kinds == 1 ? runs.getFirst() : null;
    }

    private Severity severity(StalledWaits waits, Usual usual, IntOpenHashSet past, Settings settings) {
        Site site = usual.site;
        boolean hang = waits.requests(site) >= settings.value(this, WAITERS)
                && (site.wantsOn()
                        || (site.joins() || site.object() == WaitObject.RECEIVE) && outlasted(waits, site, settings));
        boolean warn = hang || site.pool() || standsStill(usual, settings)
                || abandoned(waits.facts(), site, past, settings);
        return warn && site.oldestNs() >= settings.value(this, WARN) ? Severity.WARNING : Severity.NOTICE;
    }

    /// Whether many requests of the same names came and went in a fraction of the time.
    private boolean outlasted(StalledWaits waits, Site site, Settings settings) {
        long[] ended = endedRuns(waits, site);
        return ended.length >= settings.value(this, FINISHED)
                && site.oldestNs() >= settings.value(this, TIMES) * ended[ended.length - 1];
    }

    /// Whether many gather that nobody served since the first of them came, at a lock, or at a channel where their kind used
    /// to get on: nobody waits there by design.
    private boolean standsStill(Usual usual, Settings settings) {
        Site site = usual.site;
        boolean kind = site.object() == WaitObject.MUTEX
                || site.object() == WaitObject.SEND && usual.ended >= settings.value(this, FINISHED);
        return kind && !site.served() && site.waits().size() >= settings.value(this, ABANDONED);
    }

    /// Whether senders gather that nobody started for whom they could stay, and none of their kind gets on.
    private boolean abandoned(Facts facts, Site site, IntOpenHashSet past, Settings settings) {
        Goroutines goroutines = facts.model().goroutines();
        return site.object() == WaitObject.SEND && past.isEmpty() && !site.served()
                && site.waits().size() >= settings.value(this, ABANDONED)
                && site.waits().stream().map(OpenWait::goroutine).allMatch(g -> {
                    int creator = goroutines.creator(g);
                    return !goroutines.bornBefore(g) && (creator < 0 || goroutines.ended(creator));
                });
    }
}

package dev.faultline.model.rules.leak;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Lack;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Goroutines of one family that hold each other up, a mutex among the things they wait for.
public final class Deadlock implements Rule {
    private static final Setting SHARE = new Setting("share_ratio", "share of the trace that the standstill lasted",
            0.2);

    @Override
    public String id() {
        return "deadlock";
    }

    @Override
    public String about() {
        return "Goroutines that wait for mutexes, or for each other's channels, which none of them can release any more.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(SHARE);
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        return Lack.places(facts);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Map<Long, List<Stuck>> families = new LinkedHashMap<>();
        for (Stuck s : facts.stuckWaits().all()) {
            boolean lasts = s.open().ageNs() >= facts.model().durationNs() * settings.value(this, SHARE);
            if (s.grade() == Grade.LIKELY && lasts && s.open().object() != WaitObject.NEVER) {
                families.computeIfAbsent(family(facts, s.open().goroutine()), key -> new ArrayList<>()).add(s);
            }
        }
        return families.values().stream().filter(family -> holdEachOther(facts, family))
                .map(family -> finding(facts, family)).toList();
    }

    /// A number for the call from which all of a family descend that are stuck together: the call of the lowest ancestor
    /// that is not stuck itself.
    private static long family(Facts facts, int goroutine) {
        Goroutines goroutines = facts.model().goroutines();
        int g = goroutine;
        for (int up = 0; up < 64; up++) {
            int creator = goroutines.creator(g);
            boolean free = creator < 0 || facts.families().isMain(creator)
                    || !goroutines.ended(creator) && !facts.stuckWaits().contains(creator);
            if (free) {
                break;
            }
            g = creator;
        }
        return (long) goroutines.creator(g) << 32 | facts.families().callOfCreation(g) & 0xffffffffL;
    }

    private static boolean holdEachOther(Facts facts, List<Stuck> family) {
        Set<Long> places = new HashSet<>();
        long locks = 0;
        for (Stuck s : family) {
            OpenWait w = s.open();
            places.add((long) facts.families().placeOfCreation(w.goroutine()) << 32 | w.site() & 0xffffffffL);
            locks += w.object() == WaitObject.MUTEX ? 1 : 0;
        }
        return locks > 0 && family.size() > 1 && places.size() > 1;
    }

    private Finding finding(Facts facts, List<Stuck> family) {
        family.sort(Comparator.comparingLong((Stuck s) -> s.open().sinceNs()));
        OpenWait first = family.getFirst().open();
        Map<String, Long> where = family.stream().map(Stuck::open).collect(Collectors.groupingBy(
                w -> w.object().label() + " at " + facts.code().ownPlace(w.stack()), LinkedHashMap::new,
                Collectors.counting()));
        String list = where.entrySet().stream().limit(3).map(e -> Units.count(e.getValue()) + " " + e.getKey())
                .collect(Collectors.joining(", "));
        double cost = family.stream().mapToLong(s -> s.open().ageNs()).sum();
        Draft draft = new Draft(this, facts.model()).level(Severity.CRITICAL, Confidence.LIKELY)
                .summary("%s of one family have stood still for %s: %s.".formatted(
                        Units.count(family.size(), "goroutine"), Units.duration(first.ageNs()), list))
                .why("Each waits for what another of them holds or should bring. Nobody who ever released one of these "
                        + "locks can still run, so whoever comes next to the same locks will stop there, too.")
                .advice("Take the locks in the same order everywhere, do not send or receive while holding one, and "
                        + "release them in a defer. The first to stop was the goroutine at "
                        + facts.code().ownPlace(first.stack()) + ".")
                .cost(cost).figure("goroutines_count", "goroutines in it", family.size())
                .figure("lasted_ns", "standstill", first.ageNs());
        for (Stuck s : family) {
            OpenWait w = s.open();
            int g = w.goroutine();
            draft.goroutine(g).fracture(w.sinceNs(), w.sinceNs() + w.ageNs(), g, "waits " + w.object().label())
                    .link("created", facts.model().goroutines().creator(g), g)
                    .stack("waits " + w.object().label(), 1, w.stack());
        }
        return draft.finding();
    }
}

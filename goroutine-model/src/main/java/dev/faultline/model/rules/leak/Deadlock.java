package dev.faultline.model.rules.leak;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.MissingData;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Goroutines of one family that hold each other up, a mutex among the things they wait for.
public final class Deadlock implements Rule {
    private static final String POSSIBLE = "possible";
    private static final Setting SHARE = new Setting("share_ratio", 0.2);

    @Override
    public String id() {
        return "deadlock";
    }

    @Override
    public List<Setting> settings() {
        return List.of(SHARE);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        return MissingData.places(facts);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        double least = facts.model().durationNs() * settings.value(this, SHARE);
        Map<Long, List<Stuck>> families = new LinkedHashMap<>();
        Map<Integer, List<Stuck>> lockers = new LinkedHashMap<>();
        for (Stuck s : facts.stuckWaits().all()) {
            boolean lasts = s.open().ageNs() >= least;
            if (s.ground() == Ground.LOCKED_INSIDE) {
                lockers.computeIfAbsent(ownFunction(facts, s), key -> new ArrayList<>()).add(s);
            } else if (s.grade() == Grade.LIKELY && lasts && s.open().object() != WaitObject.NEVER
                    && s.open().object() != WaitObject.COROUTINE) {
                families.computeIfAbsent(family(facts, s.open().goroutine()), key -> new ArrayList<>()).add(s);
            }
        }
        Stream<List<Stuck>> related = families.values().stream().flatMap(family -> apart(facts, family).stream());
        Stream<List<Stuck>> closed = lockers.values().stream()
                .filter(waits -> waits.stream().anyMatch(s -> s.open().ageNs() >= least));
        Stream<Finding> likely = Stream.concat(closed, related).filter(family -> holdEachOther(facts, family))
                .map(family -> finding(facts, family, ""));
        Stream<Finding> possible = new Interlocks(facts).find(least).stream()
                .map(pair -> finding(facts, pair, POSSIBLE));
        return Stream.concat(likely, possible).toList();
    }

    private static int ownFunction(Facts facts, Stuck stuck) {
        int frame = facts.code().ownFrame(stuck.open().stack());
        return frame < 0 ? -1 : facts.model().trace().stacks().function(frame);
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

    /// A family in parts that have to do with each other: started by the same call, one by the other, or seen to wait for
    /// each other. Others that descend from the same call may be stuck for reasons of their own.
    private static List<List<Stuck>> apart(Facts facts, List<Stuck> family) {
        Goroutines goroutines = facts.model().goroutines();
        DisjointSets parts = new DisjointSets();
        for (Stuck s : family) {
            int g = s.open().goroutine();
            int creator = goroutines.creator(g);
            if (creator >= 0) {
                parts.join(g, ~parts.number((long) creator << 32 | facts.families().callOfCreation(g) & 0xffffffffL));
                if (facts.stuckWaits().contains(creator)) {
                    parts.join(g, creator);
                }
            }
            facts.stuckWaits().waitsFor(g).forEach(other -> parts.join(g, other));
        }
        Map<Integer, List<Stuck>> groups = new LinkedHashMap<>();
        family.forEach(s -> groups.computeIfAbsent(parts.of(s.open().goroutine()), key -> new ArrayList<>()).add(s));
        return List.copyOf(groups.values());
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

    /// How many are blocked at each of the first places.
    private String members(Facts facts, List<Stuck> family) {
        Map<Map<String, String>, Long> where = family.stream().map(Stuck::open)
                .collect(Collectors.groupingBy(w -> Map.of("blocked", Phrases.blocked(w.object()), "place",
                        Phrases.call(facts, w.stack())), LinkedHashMap::new, Collectors.counting()));
        return where.entrySet().stream().limit(3).map(e -> {
            Map<String, Object> values = new HashMap<>(e.getKey());
            values.put("goroutines", e.getValue());
            return texts().say("member", values);
        }).collect(Collectors.joining(", "));
    }

    /// @param variant which sentences tell it
    private Finding finding(Facts facts, List<Stuck> family, String variant) {
        family.sort(Comparator.comparingLong((Stuck s) -> s.open().sinceNs()));
        OpenWait first = family.getFirst().open();
        double cost = family.stream().mapToLong(s -> s.open().ageNs()).sum();
        FindingBuilder finding = new FindingBuilder(this, facts.model(), variant)
                .level(variant.equals(POSSIBLE) ? Severity.NOTICE : Severity.CRITICAL,
                        variant.equals(POSSIBLE) ? Confidence.POSSIBLE : Confidence.LIKELY)
                .with("goroutines", family.size()).with("longest", Units.duration(first.ageNs()))
                .with("closed", family.getFirst().ground() == Ground.LOCKED_INSIDE)
                .with("members", members(facts, family)).place("place", facts, first.stack()).cost(cost)
                .figure("goroutines_count", family.size()).figure("lasted_ns", first.ageNs());
        for (Stuck s : family) {
            OpenWait w = s.open();
            int g = w.goroutine();
            var blocked = Map.of("blocked", Phrases.blocked(w.object()));
            finding.goroutine(g).fracture(w.sinceNs(), w.sinceNs() + w.ageNs(), g, "wait", blocked)
                    .link("created", facts.model().goroutines().creator(g), g)
                    .stack("wait", 1, w.stack(), blocked);
        }
        return finding.finding();
    }
}

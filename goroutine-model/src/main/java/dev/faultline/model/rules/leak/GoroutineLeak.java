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
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goroutines that nothing can unblock: one finding for each pair of creation site and wait site.
public final class GoroutineLeak implements Rule {
    private static final Setting MANY = new Setting("many_count", 10);
    private static final Setting UNSURE = new Setting("unsure_count", 3);
    private static final Setting IDLE = new Setting("idle_count", 10);

    /// Where goroutines of a finding were created and where they wait; -1 for unknown.
    private record Key(int creation, int site, Grade grade) {}

    @Override
    public String id() {
        return "goroutine-leak";
    }

    @Override
    public List<Setting> settings() {
        return List.of(MANY, UNSURE, IDLE);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        return MissingData.places(facts);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Map<Key, List<Stuck>> groups = new LinkedHashMap<>();
        Int2IntOpenHashMap creationOfSite = new Int2IntOpenHashMap();
        creationOfSite.defaultReturnValue(-1);
        for (Stuck s : facts.stuckWaits().all()) {
            int creation = creation(facts, s.open());
            if (creation >= 0) {
                creationOfSite.put(s.open().site(), creation);
            }
        }
        for (Stuck s : facts.stuckWaits().all()) {
            int creation = creation(facts, s.open());
            int at = creation >= 0 ? creation : creationOfSite.get(s.open().site());
            groups.computeIfAbsent(new Key(at, s.open().site(), s.grade()), key -> new ArrayList<>()).add(s);
        }
        return groups.values().stream().filter(members -> worthReporting(settings, members))
                .map(members -> finding(facts, settings, members)).toList();
    }

    /// Waiting since before the trace says little: of a few it is not worth a word, and the runtime has some of its own
    /// that older traces do not name.
    private boolean worthReporting(Settings settings, List<Stuck> members) {
        Stuck first = members.getFirst();
        if (first.grade() != Grade.POSSIBLE || first.ground() != Ground.UNTOUCHED) {
            return true;
        }
        return switch (first.open().object()) {
            case SEND, MUTEX, WAIT_GROUP, CONDITION, NEVER -> true;
            case RECEIVE, SELECT, UNKNOWN, OUTSIDE -> members.size() >= settings.value(this, IDLE);
        };
    }

    private static int creation(Facts facts, OpenWait wait) {
        int stack = facts.model().goroutines().creationStack(wait.goroutine());
        return stack == 0 ? -1 : facts.code().placeOf(facts.model().trace().stacks().frameId(stack, 0));
    }

    private Finding finding(Facts facts, Settings settings, List<Stuck> members) {
        members.sort(Comparator.comparingLong((Stuck s) -> -s.open().ageNs()));
        Stuck oldest = members.getFirst();
        OpenWait wait = oldest.open();
        int n = members.size();
        int creation = facts.model().goroutines().creationStack(wait.goroutine());
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(severity(settings, oldest, n), confidence(oldest)).with("goroutines", n)
                .with("wait", wait.object()).with("blocked", Phrases.blocked(wait.object()))
                .with("located", wait.stack() != 0).place("place", facts, wait.stack()).with("older", wait.fromStart())
                .with("longest", Units.duration(wait.ageNs())).with("ground", oldest.ground())
                .with("created", creation != 0).place("creation", facts, creation);
        evidence(finding, facts, members);
        return finding.finding();
    }

    private Severity severity(Settings settings, Stuck stuck, int n) {
        if (stuck.grade() != Grade.POSSIBLE) {
            return n >= settings.value(this, MANY) ? Severity.CRITICAL : Severity.WARNING;
        }
        boolean idle = stuck.open().object() == WaitObject.RECEIVE || stuck.open().object() == WaitObject.SELECT;
        return idle || n < settings.value(this, UNSURE) ? Severity.NOTICE : Severity.WARNING;
    }

    private static Confidence confidence(Stuck stuck) {
        return switch (stuck.grade()) {
            case CERTAIN -> Confidence.CERTAIN;
            case LIKELY -> Confidence.LIKELY;
            case POSSIBLE -> Confidence.POSSIBLE;
        };
    }

    private static void evidence(FindingBuilder finding, Facts facts, List<Stuck> members) {
        Goroutines goroutines = facts.model().goroutines();
        Int2IntOpenHashMap waits = new Int2IntOpenHashMap();
        Int2IntOpenHashMap births = new Int2IntOpenHashMap();
        double total = 0;
        long served = 0;
        for (Stuck s : members) {
            OpenWait w = s.open();
            int g = w.goroutine();
            finding.goroutine(g).fracture(w.sinceNs(), w.sinceNs() + w.ageNs(), g, "wait",
                    Map.of("blocked", Phrases.blocked(w.object())));
            finding.link("created", goroutines.creator(g), g);
            waits.addTo(w.stack(), 1);
            births.addTo(goroutines.creationStack(g), 1);
            total += w.ageNs();
            served += s.served();
        }
        waits.int2IntEntrySet().forEach(e -> finding.stack("wait", e.getIntValue(), e.getIntKey()));
        births.int2IntEntrySet().forEach(e -> finding.stack("creation", e.getIntValue(), e.getIntKey()));
        finding.cost(total).figure("leaked_count", members.size())
                .figure("longest_wait_ns", members.getFirst().open().ageNs())
                .figure("shortest_wait_ns", members.getLast().open().ageNs())
                .figure("served_count", served);
    }
}

package dev.faultline.model.rules.leak;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Metric;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrame.Meaning;
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
import java.util.Arrays;
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
    private static final Setting PLACELESS = new Setting("placeless_count", 20);

    /// The collector's helper, sweeper and scavenger, the finalizers and cleanups, the tracer, and one to spare.
    private static final int RUNTIME_FIXED = 7;

    /// Where goroutines of a finding were created and where they wait; -1 for unknown.
    ///
    /// @param name of those whose place is unknown, else 0
    private record Key(int creation, int site, int name, Grade grade) {}

    @Override
    public String id() {
        return "goroutine-leak";
    }

    @Override
    public List<Setting> settings() {
        return List.of(MANY, UNSURE, IDLE, PLACELESS);
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
            int name = s.open().stack() == 0 ? facts.model().goroutines().nameId(s.open().goroutine()) : 0;
            groups.computeIfAbsent(new Key(at, s.open().site(), name, s.grade()), key -> new ArrayList<>()).add(s);
        }
        return groups.values().stream().filter(members -> worthReporting(facts, settings, members))
                .map(members -> finding(facts, settings, members)).toList();
    }

    /// Waiting since before the trace says little: of a few it is not worth a word, and of those without place and name it
    /// is not even known that they are the program's.
    private boolean worthReporting(Facts facts, Settings settings, List<Stuck> members) {
        Stuck first = members.getFirst();
        if (first.open().stack() == 0 && facts.model().goroutines().nameId(first.open().goroutine()) == 0) {
            return members.size() - runtimeOwn(facts) >= settings.value(this, IDLE);
        }
        boolean sayLittle = first.ground() == Ground.UNTOUCHED || first.ground() == Ground.HOLDER_UNKNOWN;
        if (first.grade() != Grade.POSSIBLE || !sayLittle) {
            return true;
        }
        return switch (first.open().object()) {
            case SEND, MUTEX, WAIT_GROUP, CONDITION, NEVER -> true;
            case RECEIVE, SELECT, UNKNOWN, COROUTINE, OUTSIDE -> members.size() >= settings.value(this, IDLE);
        };
    }

    /// How many goroutines of its own the runtime may have: a worker of the collector for each P, and a few more.
    private static double runtimeOwn(Facts facts) {
        return RUNTIME_FIXED + facts.model().metrics().stream().filter(m -> m.name().equals(Metric.GOMAXPROCS))
                .flatMapToDouble(m -> Arrays.stream(m.values()).asDoubleStream()).max().orElse(0);
    }

    private static int creation(Facts facts, OpenWait wait) {
        int stack = facts.model().goroutines().creationStack(wait.goroutine());
        if (stack == 0) {
            return -1;
        }
        int frame = wait.object() == WaitObject.COROUTINE
                ? facts.code().ownFrame(stack)
                : facts.model().trace().stacks().frameId(stack, 0);
        return facts.code().placeOf(frame);
    }

    private Finding finding(Facts facts, Settings settings, List<Stuck> members) {
        members.sort(Comparator.comparingLong((Stuck s) -> -s.open().ageNs()));
        Stuck oldest = members.getFirst();
        OpenWait wait = oldest.open();
        int n = members.size();
        int creation = members.stream().mapToInt(s -> facts.model().goroutines().creationStack(s.open().goroutine()))
                .filter(stack -> stack != 0).findFirst().orElse(0);
        KnownFrame known = facts.knownPlaces().of(wait.stack());
        boolean foreign = wait.stack() != 0 && facts.code().ownDepth(wait.stack()) < 0
                && facts.code().ownDepth(creation) >= 0;
        FindingBuilder finding = new FindingBuilder(this, facts.model(),
                wait.object() == WaitObject.COROUTINE ? "sequence" : "")
                .level(severity(facts, settings, oldest, n), confidence(oldest)).with("goroutines", n)
                .with("wait", wait.object()).with("blocked", Phrases.blocked(wait.object()))
                .with("located", wait.stack() != 0)
                .with("named", wait.stack() == 0 && facts.model().goroutines().nameId(wait.goroutine()) != 0)
                .with("entry", wait.stack() == 0 ? facts.model().goroutines().name(wait.goroutine()) : "")
                .place("place", facts, wait.stack()).with("older", wait.fromStart())
                .with("longest", Units.duration(wait.ageNs())).with("ground", oldest.ground())
                .with("peers", oldest.peers())
                .with("created", creation != 0).place("creation", facts, creation).with("foreign", foreign)
                .with("cure", known != null && !known.remedy().isEmpty())
                .with("remedy", known == null ? "" : known.remedy());
        evidence(finding, facts, members);
        return finding.finding();
    }

    private Severity severity(Facts facts, Settings settings, Stuck stuck, int n) {
        boolean queues = queues(facts, stuck.open());
        if (stuck.grade() != Grade.POSSIBLE) {
            return n >= settings.value(this, MANY) ? Severity.CRITICAL : Severity.WARNING;
        }
        if (stuck.ground() == Ground.SERVICE_STOPPED || stuck.ground() == Ground.HOLDER_ALIVE
                || stuck.ground() == Ground.UNTOUCHED && !queues && othersQueue(facts, stuck.open().site())) {
            return Severity.NOTICE;
        }
        boolean idle = !queues && switch (stuck.open().object()) {
            case RECEIVE, SELECT, CONDITION, COROUTINE -> true;
            case UNKNOWN -> n < settings.value(this, PLACELESS);
            case SEND, MUTEX, WAIT_GROUP, NEVER, OUTSIDE -> false;
        };
        return idle || n < settings.value(this, UNSURE) ? Severity.NOTICE : Severity.WARNING;
    }

    /// Whether others wait at the same site of which nothing says that they are stuck.
    private static boolean othersQueue(Facts facts, int site) {
        return site >= 0 && facts.openWaits().all().stream()
                .anyMatch(w -> w.site() == site && !facts.stuckWaits().contains(w.goroutine()));
    }

    /// Whether it waits for its turn: nobody does so in idleness.
    private static boolean queues(Facts facts, OpenWait wait) {
        KnownFrame known = facts.knownPlaces().of(wait.stack());
        return known != null && known.meaning() == Meaning.POOL_QUEUE;
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
            waits.addTo(w.object() == WaitObject.COROUTINE ? 0 : w.stack(), 1);
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

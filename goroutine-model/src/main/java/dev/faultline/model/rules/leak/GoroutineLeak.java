package dev.faultline.model.rules.leak;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
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
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goroutines that wait for ever: one finding for each pair of creation site and wait site.
public final class GoroutineLeak implements Rule {
    private static final Setting MANY = new Setting("many_count", "so many leaked goroutines are critical", 10);
    private static final Setting UNSURE = new Setting("unsure_count",
            "fewer goroutines than these, of which it is only possible that they leaked, are a notice", 3);
    private static final Setting IDLE = new Setting("idle_count",
            "so many goroutines that have received nothing since before the trace are worth a notice", 10);

    /// Where goroutines of a finding were created and where they wait; -1 for unknown.
    private record Key(int creation, int site, Grade grade) {}

    @Override
    public String id() {
        return "goroutine-leak";
    }

    @Override
    public String about() {
        return "Goroutines that wait at the end of the trace for something that nobody is left to bring about.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(MANY, UNSURE, IDLE);
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        return Lack.places(facts);
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
        return groups.values().stream().filter(members -> worthSaying(settings, members))
                .map(members -> finding(facts, settings, members)).toList();
    }

    /// Waiting since before the trace says little: of a few it is not worth a word, and the runtime has some of its own
    /// that older traces do not name.
    private boolean worthSaying(Settings settings, List<Stuck> members) {
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
        String where = wait.stack() == 0
                ? "at a place that the trace does not show"
                : "at "
                        + facts.code().ownPlace(wait.stack());
        String lasts = (wait.fromStart() ? "at least " : "") + Units.duration(wait.ageNs());
        Draft draft = new Draft(this, facts.model()).level(severity(settings, oldest, n), confidence(oldest))
                .summary("%s waiting %s %s for %s%s: %s.".formatted(Units.count(n, "goroutine"),
                        wait.object().label(), where, n > 1 ? "up to " : "", lasts, oldest.ground().label()))
                .why("A goroutine that waits for ever keeps its stack and all that it refers to; the collector never "
                        + "frees them. Where it happens again and again, memory grows until the process dies.")
                .advice(advice(facts, wait));
        evidence(draft, facts, members);
        return draft.finding();
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

    private static String advice(Facts facts, OpenWait wait) {
        Code code = facts.code();
        String where = wait.stack() == 0 ? "the place where it waits" : code.ownPlace(wait.stack());
        int created = facts.model().goroutines().creationStack(wait.goroutine());
        String by = created == 0 ? "whoever starts it" : code.ownPlace(created);
        return switch (wait.object()) {
            case SEND -> "Let the send at " + where + " give up when nobody listens any more: a channel with room for "
                    + "one value, or a select that also watches ctx.Done(). It was started at " + by + ".";
            case RECEIVE -> "Make sure that whoever sends to the channel closes it when there is nothing more to come, "
                    + "or let " + where + " also watch ctx.Done(). It was started at " + by + ".";
            case SELECT -> "One case of the select at " + where + " must become ready in every course of events: call "
                    + "the context's cancel function, or close the quit channel, wherever " + by + " is left.";
            case MUTEX ->
                "Find the path that takes the lock of " + where + " and leaves without unlocking it, takes it "
                        + "twice, or takes two locks in another order; unlock in a defer.";
            case WAIT_GROUP -> "Call Done in a defer as the first statement of every goroutine that " + where
                    + " waits for, and Add before starting it.";
            case CONDITION -> "Make sure that every change of the condition at " + where
                    + " is followed by Signal or Broadcast, also the one that ends the work.";
            case NEVER -> "The channel at " + where + " is nil, or the select has no case: nothing can ever wake it. "
                    + "Make the channel before " + by + " starts the goroutine.";
            case UNKNOWN, OUTSIDE -> "Look at what " + where + " waits for and who should bring it about.";
        };
    }

    private static void evidence(Draft draft, Facts facts, List<Stuck> members) {
        Goroutines goroutines = facts.model().goroutines();
        Int2IntOpenHashMap waits = new Int2IntOpenHashMap();
        Int2IntOpenHashMap births = new Int2IntOpenHashMap();
        double total = 0;
        long served = 0;
        for (Stuck s : members) {
            OpenWait w = s.open();
            int g = w.goroutine();
            draft.goroutine(g).fracture(w.sinceNs(), w.sinceNs() + w.ageNs(), g, "waits " + w.object().label());
            draft.link("created", goroutines.creator(g), g);
            waits.addTo(w.stack(), 1);
            births.addTo(goroutines.creationStack(g), 1);
            total += w.ageNs();
            served += s.served();
        }
        waits.int2IntEntrySet().forEach(e -> draft.stack("where they wait", e.getIntValue(), e.getIntKey()));
        births.int2IntEntrySet().forEach(e -> draft.stack("created at", e.getIntValue(), e.getIntKey()));
        draft.cost(total).figure("leaked_count", "leaked goroutines", members.size())
                .figure("longest_wait_ns", "longest wait", members.getFirst().open().ageNs())
                .figure("shortest_wait_ns", "shortest wait", members.getLast().open().ageNs())
                .figure("served_count", "times they were woken there before", served);
    }
}

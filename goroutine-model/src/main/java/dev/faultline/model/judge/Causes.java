package dev.faultline.model.judge;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.life.Sessions;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.text.Texts;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Makes one finding of those that have one cause: goroutines that are stuck because those of another finding are, loops of
/// one forgotten session, and other views of the same stuck goroutines. What is only possible is never listed under
/// something surer, nor the other way round.
final class Causes {
    private static final Set<String> STUCK = Set.of("goroutine-leak", "deadlock", "unclosed-body");
    private static final String GROWTH = "goroutine-growth";
    private static final String LEAK = "goroutine-leak";
    private static final String STALLED = "stalled-wait";
    private static final String GAIN = "gain_per_second_count";
    private static final String POOL = "pool-starvation";
    /// Share of a growing population that must be stuck for one cause.
    private static final double GROWTH_SHARE = 0.5;

    private final Facts facts;
    private final Goroutines goroutines;
    private final Texts texts = Texts.of(Causes.class);
    private final Sessions sessions;
    private final List<Cause> causes = new ArrayList<>();

    /// A finding with what other rules found that has the same cause.
    record Gathered(Finding finding, List<Finding> consequences) {}

    /// A finding and what was found to have the same cause.
    private static final class Cause {
        Finding finding;
        final List<Finding> consequences = new ArrayList<>();
        final IntList own;
        final BitSet members = new BitSet();
        boolean merged;
        boolean growing;

        Cause(Finding finding, IntList own) {
            this.finding = finding;
            this.own = own;
            own.forEach(members::set);
        }
    }

    private Causes(Facts facts, List<Finding> findings) {
        this.facts = facts;
        goroutines = facts.model().goroutines();
        sessions = new Sessions(goroutines, facts.families());
        findings.forEach(f -> causes.add(new Cause(f, members(f))));
    }

    /// Findings of all rules in, findings with one for each cause out.
    static List<Gathered> gather(Facts facts, List<Finding> findings) {
        boolean some = findings.stream().anyMatch(f -> STUCK.contains(f.id()) || f.id().equals(GROWTH));
        return some && findings.size() > 1
                ? new Causes(facts, findings).gathered()
                : findings.stream().map(f -> new Gathered(f, List.of())).toList();
    }

    private IntList members(Finding finding) {
        IntArrayList members = new IntArrayList();
        finding.evidence().goroutines().forEach(id -> members.add(goroutines.indexOf(id)));
        members.removeIf(g -> g < 0);
        return members;
    }

    private List<Gathered> gathered() {
        behind();
        beside(c -> STUCK.contains(c.finding.id()));
        beside(c -> c.finding.id().equals(GROWTH));
        otherViews();
        stalled();
        return causes.stream().filter(c -> !c.merged)
                .map(c -> new Gathered(c.finding, List.copyOf(c.consequences))).toList();
    }

    private void behind() {
        List<Cause> stuck = causes.stream().filter(c -> STUCK.contains(c.finding.id())).toList();
        if (stuck.size() < 2) {
            return;
        }
        int[] rootOf = new CauseGraph(facts, stuck.stream().map(c -> c.finding).toList(),
                stuck.stream().map(c -> c.own).toList()).roots();
        for (int root = 0; root < rootOf.length; root++) {
            List<Cause> consequences = new ArrayList<>();
            for (int i = 0; i < rootOf.length; i++) {
                if (rootOf[i] == root && i != root) {
                    consequences.add(stuck.get(i));
                }
            }
            merge(stuck.get(root), consequences, "behind");
        }
    }

    private void beside(Predicate<Cause> which) {
        List<Cause> left = new ArrayList<>(causes.stream().filter(c -> !c.merged && which.test(c)).toList());
        while (left.size() > 1) {
            Cause first = left.removeFirst();
            List<Cause> others = left.stream().filter(c -> alike(first.finding, c.finding)
                    && sessions.together(first.own, c.own)).toList();
            left.removeAll(others);
            merge(first, others, "beside");
        }
    }

    private static boolean alike(Finding a, Finding b) {
        return a.confidence() == b.confidence() && a.id().equals(b.id());
    }

    /// Lists findings under their cause. Those about the same goroutines only are dropped.
    private void merge(Cause cause, List<Cause> others, String how) {
        if (others.isEmpty()) {
            return;
        }
        BitSet added = new BitSet();
        others.forEach(o -> added.or(o.members));
        added.andNot(cause.members);
        Map<String, Object> values = Map.of("goroutines", cause.members.cardinality(), "members",
                new CauseWords(facts).list(added, cause.finding.id().equals(GROWTH)));
        boolean more = !added.isEmpty();
        cause.finding = cause.finding.with(others.stream().map(o -> o.finding).toList(),
                more ? texts.say(how + ".summary", values) : "", more ? texts.say(how + ".why", values) : "");
        cause.members.or(added);
        others.forEach(o -> list(o, cause));
    }

    /// What another rule found keeps its name for who asks for it.
    private static void list(Cause consequence, Cause cause) {
        consequence.merged = true;
        if (!consequence.finding.id().equals(cause.finding.id())) {
            cause.consequences.add(consequence.finding);
        }
        cause.consequences.addAll(consequence.consequences);
    }

    /// A pool whose workers and callers are all stuck is no other fault; nor is a growing number of goroutines of which most
    /// are stuck.
    private void otherViews() {
        List<Cause> stuck = causes.stream().filter(c -> !c.merged && STUCK.contains(c.finding.id())).toList();
        for (Cause view : causes) {
            stuck.stream().filter(cause -> !view.merged && isView(view, cause)).findFirst().ifPresent(cause -> {
                list(view, cause);
                if (view.finding.id().equals(GROWTH)) {
                    addGrowth(cause, view.finding);
                }
            });
        }
    }

    /// Goroutines that are possibly leaked where all that wait have stood still: the same waits once more.
    private void stalled() {
        for (Cause leak : causes) {
            if (leak.merged || !leak.finding.id().equals(LEAK) || leak.finding.confidence() != Confidence.POSSIBLE) {
                continue;
            }
            causes.stream().filter(c -> !c.merged && c.finding.id().equals(STALLED))
                    .filter(c -> shared(leak, c) == leak.own.size()).findFirst().ifPresent(c -> {
                        c.finding = c.finding.with(List.of(leak.finding),
                                texts.say("unserved", Map.of("goroutines", leak.own.size())), "");
                        list(leak, c);
                    });
        }
    }

    private static boolean isView(Cause view, Cause cause) {
        boolean sure = cause.finding.confidence() != Confidence.POSSIBLE;
        return switch (view.finding.id()) {
            case POOL -> sure && shared(view, cause) == view.own.size();
            case GROWTH -> (sure || view.finding.severity() == Severity.NOTICE)
                    && shared(view, cause) >= view.own.size() * GROWTH_SHARE;
            default -> false;
        };
    }

    private void addGrowth(Cause cause, Finding growth) {
        growth.figures().stream().filter(f -> f.name().equals(GAIN)).findFirst().ifPresent(f -> {
            if (!cause.growing) {
                String said = texts.say("growing", Map.of("rate", Math.round(f.value())));
                cause.finding = cause.finding.with(List.of(), said, "");
                cause.growing = true;
            }
        });
    }

    private static long shared(Cause view, Cause cause) {
        return view.own.intStream().filter(cause.members::get).count();
    }
}

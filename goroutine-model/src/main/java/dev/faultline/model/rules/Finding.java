package dev.faultline.model.rules;

import dev.faultline.model.analysis.DarkTimes;
import dev.faultline.model.text.Texts;
import dev.faultline.trace.event.Frame;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One cause that a rule found, see the catalogue in the module's documents.
///
/// @param id public name of the kind, such as `goroutine-leak`
/// @param summary one sentence with the figures
/// @param why why it matters
/// @param advice what to change, naming the code
/// @param site the place in the program's code that the finding is about, null when it concerns all of the program; together
///     with the id it tells one finding from another, in every trace of the program
/// @param costNs what it cost the program in goroutine nanoseconds, for ordering
/// @param key what finds it again in another trace, see [FindingKey]
public record Finding(String id, Severity severity, Confidence confidence, String summary, String why, String advice,
        Evidence evidence, List<Figure> figures, @Nullable Frame site, double costNs, String key) {
    public Finding {
        figures = List.copyOf(figures);
    }

    /// One whose key is made of its id and the function of its site.
    public Finding(String id, Severity severity, Confidence confidence, String summary, String why, String advice,
            Evidence evidence, List<Figure> figures, @Nullable Frame site, double costNs) {
        this(id, severity, confidence, summary, why, advice, evidence, figures, site, costNs,
                FindingKey.of(id, null, site, ""));
    }

    /// The same with the names of the tests that it happened in.
    ///
    /// @param tests at least one
    public Finding inTests(List<String> tests) {
        String said = Texts.of(Finding.class).say("tests",
                Map.of("tests", tests.size(), "names", String.join(", ", tests)));
        return new Finding(id, severity, confidence, summary + " " + said, why, advice, evidence, figures, site,
                costNs, key);
    }

    /// The same with others that have the same cause: their goroutines, times, stacks, tasks and links are its own, too.
    /// One that is about no other goroutines adds only its severity.
    ///
    /// @param others at least one
    /// @param said added to the summary, empty for nothing
    /// @param reason added to `why`, empty for nothing
    public Finding with(List<Finding> others, String said, String reason) {
        Severity worst = severity;
        Evidence all = evidence;
        double cost = costNs;
        for (Finding other : others) {
            worst = other.severity.compareTo(worst) < 0 ? other.severity : worst;
            if (!new HashSet<>(all.goroutines()).containsAll(other.evidence.goroutines())) {
                cost += other.costNs;
                all = all.and(other.evidence);
            }
        }
        return new Finding(id, worst, confidence, joined(summary, said), joined(why, reason), advice, all, figures,
                site, cost, key);
    }

    private static String joined(String text, String more) {
        return more.isEmpty() ? text : text + " " + more;
    }

    /// The same, but no more than a notice.
    public Finding asNotice() {
        return new Finding(id, Severity.NOTICE, confidence, summary, why, advice, evidence, figures, site, costNs, key);
    }

    /// The same in view of what is missing of the trace: less sure where something is missing while it happened. A finding
    /// that names no time rests on all of the trace.
    public Finding inView(DarkTimes dark) {
        List<Evidence.Interval> times = evidence.intervals();
        boolean touched = times.isEmpty()
                ? !dark.isEmpty()
                : times.stream().anyMatch(t -> dark.touches(t.fromNs(), t.toNs()));
        return touched
                ? new Finding(id, severity, confidence.less(), summary,
                        why + " " + Texts.of(Finding.class).say("damaged"),
                        advice, evidence, figures, site, costNs, key)
                : this;
    }
}

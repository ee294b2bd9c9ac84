package dev.faultline.model.compare;

import dev.faultline.model.text.Texts;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How differences are written, for the command line, the window and reports alike.
public final class DifferenceWords {
    private DifferenceWords() {
    }

    private static Texts texts() {
        return Texts.of(DifferenceWords.class);
    }

    /// A subject: `wait site sync.(*Mutex).Lock in main.(*store).get`, `garbage collection`.
    public static String name(Subject subject) {
        return subject.kind() == Subject.Kind.RUNTIME || subject.kind() == Subject.Kind.TASK
                ? subject.name()
                : subject.kind().label() + ": " + subject.name();
    }

    /// One difference: `median wait 122 µs → 2.42 ms (19.8 ×)`.
    public static String line(Difference difference) {
        return difference.quantity().label() + " " + values(difference)
                + (ratio(difference).isEmpty()
                        ? ""
                        : " (" + ratio(difference)
                                + (difference.p().isEmpty() ? "" : ", p " + chance(difference)) + ")");
    }

    /// Both values: `122 µs → 2.42 ms`.
    public static String values(Difference difference) {
        return value(difference, difference.before()) + " → " + value(difference, difference.after());
    }

    /// One of the values with its unit, `none` where a side has none.
    public static String value(Difference difference, double value) {
        return Double.isNaN(value) ? texts().say("none") : difference.quantity().text(value);
    }

    /// The new value by the old one: `19.8 ×`, `new`; empty where one side has none.
    public static String ratio(Difference difference) {
        if (Double.isNaN(difference.ratio())) {
            return "";
        }
        return Double.isInfinite(difference.ratio()) ? texts().say("new") : Units.times(difference.ratio());
    }

    /// The chance of such a difference between runs of the same program: `0.8 %`; empty where it is not known.
    public static String chance(Difference difference) {
        return difference.p().isEmpty() ? "" : Units.share(difference.p().getAsDouble());
    }

    /// How many runs have a finding, where there are several: `, in 5 of 5 new runs`.
    public static String runs(Comparison comparison, FindingChange change) {
        Side side = change.after() == null ? comparison.before() : comparison.after();
        int in = change.after() == null ? change.runsBefore() : change.runsAfter();
        return side.runs() == 1
                ? ""
                : texts().say("runs", Map.of("in", in, "all", side.runs(), "side",
                        change.after() == null ? "old" : "new"));
    }

    /// What comes of it in one line: `3 worse, 1 better`, or that nothing differs.
    public static String headline(Comparison comparison) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.WORSE, Verdict.BETTER, Verdict.CHANGED)) {
            int n = comparison.changes(verdict).size() + (verdict == Verdict.CHANGED
                    ? 0
                    : comparison.findings(verdict).size());
            if (n > 0) {
                parts.add(Units.count(n) + " " + verdict.label());
            }
        }
        return comparison.same() && parts.isEmpty() ? texts().say("no-difference") : String.join(", ", parts);
    }

    /// How much is as before: `214 values of 40 places, groups, kinds of tasks and parts of the runtime, 2 findings`.
    public static String same(Comparison comparison) {
        long values = comparison.changes().stream().flatMap(c -> c.differences().stream())
                .filter(d -> d.verdict() == Verdict.SAME).count();
        return texts().say("same", Map.of("values", values, "subjects",
                comparison.changes(Verdict.SAME).size(), "findings", comparison.findings(Verdict.SAME).size()));
    }
}

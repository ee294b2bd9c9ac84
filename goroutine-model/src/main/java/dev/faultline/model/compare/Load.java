package dev.faultline.model.compare;

import dev.faultline.model.compare.Subject.Kind;
import java.util.List;

/// How much work each side did in a second: the finished tasks or requests of the kind of which there are most.
///
/// @param name of that kind, empty where neither side shows enough of one
/// @param before finished in a second of an old run, median
/// @param after the same of a new run
public record Load(String name, double before, double after) {
    private static final Load UNKNOWN = new Load("", 1, 1);
    /// Fewer in a trace tell no rate.
    private static final long LEAST = 20;
    /// Rates that differ by less count as equal.
    private static final double ALIKE = 1.25;

    static Load of(Side before, Side after) {
        Load most = UNKNOWN;
        double events = 0;
        for (Subject subject : before.subjects()) {
            if (subject.kind() == Kind.TASK) {
                List<Reading> was = before.readings(subject, TaskFigures.FINISHED);
                List<Reading> is = after.readings(subject, TaskFigures.FINISHED);
                double least = Math.min(events(was), events(is));
                if (least >= LEAST && least > events) {
                    events = least;
                    most = new Load(subject.name(), rate(was), rate(is));
                }
            }
        }
        return most;
    }

    private static double events(List<Reading> readings) {
        return Significance.median(readings.stream().mapToDouble(Reading::events).toArray());
    }

    private static double rate(List<Reading> readings) {
        return Significance.median(readings.stream().mapToDouble(Reading::value).toArray());
    }

    /// The new side's work by that of the old side; 1 where nothing tells.
    public double ratio() {
        return after / before;
    }

    /// Whether the sides differ in it by so much that one has to know.
    public boolean differs() {
        return ratio() >= ALIKE || ratio() <= 1 / ALIKE;
    }
}

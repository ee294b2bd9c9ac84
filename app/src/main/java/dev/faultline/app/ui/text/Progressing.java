package dev.faultline.app.ui.text;

import dev.faultline.app.ui.work.WorkProgress;
import dev.faultline.model.words.Units;
import dev.faultline.trace.progress.Phase;
import java.util.Locale;

/// Progress of a job in words.
public final class Progressing {
    private static final long SECOND = 1_000_000_000L;

    private Progressing() {
    }

    /// What it does: `Reading…`.
    public static String phase(WorkProgress step) {
        String phase = step.phase().label();
        return phase.substring(0, 1).toUpperCase(Locale.ROOT) + phase.substring(1) + "…";
    }

    /// How much of it is behind us and how long the rest of the step will take: `120 MB of 232 MB, about 3 s left in this step`.
    public static String figures(WorkProgress step) {
        if (step.total() <= 0) {
            return "";
        }
        String amount = step.phase().unit() == Phase.Unit.BYTES
                ? Units.bytes(step.done()) + " of " + Units.bytes(step.total())
                : Units.count(step.done()) + " of " + Units.count(step.total());
        long left = step.remainingNs();
        return left < 0 ? amount : amount + ", " + left(left);
    }

    private static String left(long ns) {
        // what follows the step cannot be foreseen
        return ns < SECOND ? "this step is nearly done" : "about " + Math.ceilDiv(ns, SECOND) + " s left in this step";
    }
}

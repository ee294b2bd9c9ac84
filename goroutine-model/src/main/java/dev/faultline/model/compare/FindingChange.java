package dev.faultline.model.compare;

import dev.faultline.model.rules.Finding;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One finding, by its stable key, on both sides.
///
/// @param key see [dev.faultline.model.rules.FindingKey]
/// @param before what an old trace says of it, null where none has it
/// @param after what a new trace says of it, null where none has it
/// @param runsBefore number of old traces that have it
/// @param runsAfter number of new traces that have it
/// @param status what became of it
public record FindingChange(String key, @Nullable Finding before, @Nullable Finding after, int runsBefore,
        int runsAfter, Status status) {
    /// What became of a finding.
    public enum Status {
        NEW("new", Verdict.WORSE),
        WORSE("worse", Verdict.WORSE),
        GONE("gone", Verdict.BETTER), //
        BETTER("better", Verdict.BETTER),
        SAME("same", Verdict.SAME),
        /// On one side only, but runs of the same program differ so, too: it is in fewer than half of that side's runs; or there
        /// are few runs and it is a notice, only possible, or about how the program was traced.
        PASSING("comes and goes", Verdict.CHANGED);

        private final String label;
        private final Verdict verdict;

        Status(String label, Verdict verdict) {
            this.label = label;
            this.verdict = verdict;
        }

        /// In a sentence or a table.
        public String label() {
            return label;
        }

        /// In JSON: `new`, `worse`, `gone`, `better`, `same`, `passing`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Verdict verdict() {
        return status.verdict;
    }

    /// What the newest trace that has it says.
    public Finding finding() {
        return after != null ? after : Objects.requireNonNull(before);
    }
}

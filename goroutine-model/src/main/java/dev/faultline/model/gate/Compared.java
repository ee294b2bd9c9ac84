package dev.faultline.model.gate;

import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A finding in view of a baseline.
///
/// @param state what the baseline says of it
/// @param was its severity there where that was lower, else null
/// @param grown figures that are worse than there
public record Compared(Finding finding, State state, @Nullable Severity was, List<Growth> grown) {
    /// What a baseline says of a finding.
    public enum State {
        /// It is not in the baseline.
        NEW,
        /// It is, with a lower severity or lower figures.
        WORSE,
        /// It is.
        KNOWN;

        /// In texts and JSON.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A figure that is worse.
    ///
    /// @param figure as it is
    /// @param was its value in the baseline
    public record Growth(Figure figure, double was) {
        /// `leaked 80, was 12`.
        public String text() {
            return Figures.labelled(figure.label(), figure.name(), figure.value()) + ", was "
                    + Figures.value(figure.name(), was);
        }
    }

    /// In what it is worse: `leaked goroutines 80, was 12; critical, was warning`; empty where it is not.
    public String difference() {
        List<String> parts = new ArrayList<>();
        if (was != null) {
            parts.add(finding.severity().label() + ", was " + was.label());
        }
        grown.forEach(growth -> parts.add(growth.text()));
        return String.join("; ", parts);
    }
}

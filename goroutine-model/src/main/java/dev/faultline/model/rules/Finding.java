package dev.faultline.model.rules;

import java.util.List;

/// One cause that a rule found, see the catalogue in the module's documents.
///
/// @param id public name of the kind, such as `goroutine-leak`
/// @param summary one sentence with the figures
/// @param why why it matters
/// @param advice what to change, naming the code
/// @param costNs what it cost the program in goroutine nanoseconds, for ordering
public record Finding(String id, Severity severity, Confidence confidence, String summary, String why, String advice,
        Evidence evidence, List<Figure> figures, double costNs) {
    public Finding {
        figures = List.copyOf(figures);
    }
}

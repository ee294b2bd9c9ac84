package dev.faultline.app.ui.session;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import java.util.List;

/// Asks the rules. Runs off the UI thread.
@FunctionalInterface
public interface Checker {
    /// What the rules found, worst first.
    List<Finding> check(Facts facts);
}

package dev.faultline.app.ui.session;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;

/// Runs the rules off the UI thread.
@FunctionalInterface
public interface Checker {
    /// What the rules have to say.
    Judgement check(Facts facts, Settings settings);
}

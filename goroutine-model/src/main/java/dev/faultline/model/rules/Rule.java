package dev.faultline.model.rules;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.text.Texts;
import java.util.List;
import java.util.Optional;

/// A stateless question to a trace. One small file each, listed in `Rules`; what it says stands in the resource bundle of the
/// same name.
public interface Rule {
    /// The public name of its findings, such as `long-stw`.
    String id();

    /// What it says, in the language of the user.
    default Texts texts() {
        return Texts.of(getClass());
    }

    /// One sentence: what it looks for.
    default String about() {
        return texts().say("about");
    }

    /// The thresholds with their units and defaults; a user may override each.
    default List<Setting> settings() {
        return List.of();
    }

    /// What one of its thresholds is, as a phrase.
    default String about(Setting setting) {
        return texts().say("setting." + setting.name());
    }

    /// What it found.
    List<Finding> check(Facts facts, Settings settings);

    /// Whether its findings are about missing parts of the trace itself. All others are less sure where parts are missing.
    default boolean reportsDamage() {
        return false;
    }

    /// What data the trace lacks to answer the question, or a part of it: one sentence. Never a guess in its place.
    default Optional<String> missing(Facts facts, Settings settings) {
        return Optional.empty();
    }

    /// Whether it asks for something that the timing pass measures. Those that do not are asked while it still goes on.
    default boolean needsTiming() {
        return true;
    }
}

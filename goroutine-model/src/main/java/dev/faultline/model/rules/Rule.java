package dev.faultline.model.rules;

import dev.faultline.model.analysis.Facts;
import java.util.List;
import java.util.Optional;

/// A stateless question to a trace. One small file each, listed in `Rules`.
public interface Rule {
    /// The public name of its findings, such as `long-stw`.
    String id();

    /// One sentence: what it looks for.
    String about();

    /// The thresholds with their units and defaults; a user may override each.
    default List<Setting> settings() {
        return List.of();
    }

    /// What it found.
    List<Finding> check(Facts facts, Settings settings);

    /// Whether its findings are about missing parts of the trace itself. All others are less sure where parts are missing.
    default boolean tellsOfDamage() {
        return false;
    }

    /// What data the trace lacks to answer the question, or a part of it: one sentence. Never a guess in its place.
    default Optional<String> lacks(Facts facts, Settings settings) {
        return Optional.empty();
    }

    /// Whether it asks for something that the sweep finds. Those that do not are asked while it still goes on.
    default boolean needsSweep() {
        return true;
    }
}

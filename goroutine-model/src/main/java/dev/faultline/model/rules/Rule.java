package dev.faultline.model.rules;

import dev.faultline.model.analysis.Facts;
import java.util.List;

/// A stateless question to a trace. One small file each, listed in [Rules].
public interface Rule {
    /// The public name of its findings, such as `long-stw`.
    String id();

    /// One sentence: what it looks for.
    String about();

    /// The thresholds with their units and defaults; a user may override each.
    default List<Setting> settings() {
        return List.of();
    }

    /// What it found, and what data it lacked.
    List<Finding> check(Facts facts, Settings settings);
}

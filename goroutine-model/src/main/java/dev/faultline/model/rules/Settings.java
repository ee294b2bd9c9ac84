package dev.faultline.model.rules;

import java.util.Map;

/// Values of the rules' thresholds that differ from their defaults, by `rule-id.setting_name`.
///
/// @param overrides values by `long-stw.threshold_ns`
public record Settings(Map<String, Double> overrides) {
    public static final Settings DEFAULTS = new Settings(Map.of());

    public Settings {
        overrides = Map.copyOf(overrides);
    }

    /// The value in force for a rule's setting.
    public double value(Rule rule, Setting setting) {
        return overrides.getOrDefault(rule.id() + "." + setting.name(), setting.value());
    }
}

package dev.faultline.model.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a user wants otherwise than by default: values of the rules' thresholds, and findings that are not to be told.
///
/// @param overrides values by `long-stw.threshold_ns`, in the unit in which the name ends
/// @param suppressions findings to be passed over
public record Settings(Map<String, Double> overrides, List<Suppression> suppressions) {
    public static final Settings DEFAULTS = new Settings(Map.of(), List.of());

    public Settings {
        overrides = Map.copyOf(overrides);
        suppressions = List.copyOf(suppressions);
    }

    /// The value in force for a rule's setting.
    public double value(Rule rule, Setting setting) {
        return overrides.getOrDefault(rule.id() + "." + setting.name(), setting.value());
    }

    /// These settings with one threshold changed.
    ///
    /// @param name `rule-id.setting_name`, of a setting that there is
    public Settings with(String name, double value) {
        Map<String, Double> changed = new HashMap<>(overrides);
        changed.put(name, value);
        return new Settings(changed, suppressions);
    }

    /// These settings with more findings suppressed.
    public Settings with(List<Suppression> more) {
        List<Suppression> all = new ArrayList<>(suppressions);
        more.stream().filter(s -> !all.contains(s)).forEach(all::add);
        return new Settings(overrides, all);
    }
}

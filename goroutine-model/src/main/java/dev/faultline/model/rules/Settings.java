package dev.faultline.model.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a user wants otherwise than by default: values of the rules' thresholds, and findings that are not to be told.
///
/// @param overrides values by `long-stw.threshold_ns`, in the unit in which the name ends
/// @param suppressions findings to be passed over
public record Settings(Map<String, Double> overrides, List<Suppression> suppressions) {
    public static final Settings DEFAULTS = new Settings(Map.of(), List.of());
    /// Names of properties that hold suppressions begin so.
    public static final String SUPPRESS = "suppress";

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
    /// @param name `rule-id.setting_name`
    /// @param value a number from 0 on
    /// @throws SettingsException when there is no such setting, or the value is none
    public Settings with(String name, String value) throws SettingsException {
        Map<String, Double> known = defaults();
        if (!known.containsKey(name)) {
            throw new SettingsException("there is no setting '" + name + "'; " + suggestion(name, known));
        }
        Map<String, Double> changed = new HashMap<>(overrides);
        changed.put(name, number(name, value));
        return new Settings(changed, suppressions);
    }

    /// These settings with more findings suppressed.
    public Settings with(List<Suppression> more) {
        List<Suppression> all = new ArrayList<>(suppressions);
        more.stream().filter(s -> !all.contains(s)).forEach(all::add);
        return new Settings(overrides, all);
    }

    /// Settings as a file holds them: `long-stw.threshold_ns`, and `suppress` or `suppress.` and any name, whose value is
    /// read by [Suppression#parse].
    ///
    /// @throws SettingsException at the first name, by the alphabet, that cannot be understood
    public static Settings of(Map<String, String> properties) throws SettingsException {
        Settings settings = DEFAULTS;
        for (String name : new TreeSet<>(properties.keySet())) {
            String value = properties.getOrDefault(name, "");
            settings = name.equals(SUPPRESS) || name.startsWith(SUPPRESS + ".")
                    ? settings.with(List.of(Suppression.parse(value)))
                    : settings.with(name, value);
        }
        return settings;
    }

    /// All that can be set, by name, with the default values.
    public static Map<String, Double> defaults() {
        Map<String, Double> values = new TreeMap<>();
        Rules.all().forEach(
                rule -> rule.settings().forEach(s -> values.put(rule.id() + "." + s.name(), s.value())));
        return values;
    }

    /// The settings of the rule that is meant; all where no rule is.
    private static String suggestion(String name, Map<String, Double> known) {
        int dot = name.indexOf('.');
        String rule = dot < 0 ? name : name.substring(0, dot);
        List<String> near = known.keySet().stream().filter(k -> k.startsWith(rule + ".")).toList();
        if (near.isEmpty() && Rules.all().stream().anyMatch(r -> r.id().equals(rule))) {
            return "the rule " + rule + " has none";
        }
        return near.isEmpty()
                ? "there are: " + String.join(", ", known.keySet())
                : rule + " has: " + String.join(", ", near);
    }

    private static double number(String name, String text) throws SettingsException {
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new SettingsException(name + " must be a number from 0 on, not '" + text.strip() + "'");
    }
}

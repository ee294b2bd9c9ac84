package dev.faultline.model.judge;

import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.rules.Suppression;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads what a user sets: thresholds by the names of rules, and suppressions.
public final class SettingsText {
    /// Names of properties that hold suppressions begin so.
    public static final String SUPPRESS = "suppress";

    private SettingsText() {
    }

    /// Settings as a file holds them: `long-stw.threshold_ns`, and `suppress` or `suppress.` and any name, whose value is
    /// read by [#suppression].
    ///
    /// @throws SettingsException at the first name, by the alphabet, that cannot be understood
    public static Settings read(Map<String, String> properties) throws SettingsException {
        Settings settings = Settings.DEFAULTS;
        for (String name : new TreeSet<>(properties.keySet())) {
            String value = properties.getOrDefault(name, "");
            settings = name.equals(SUPPRESS) || name.startsWith(SUPPRESS + ".")
                    ? settings.with(List.of(suppression(value)))
                    : settings.with(name, threshold(name, value));
        }
        return settings;
    }

    /// The value of a threshold.
    ///
    /// @param name `rule-id.setting_name`
    /// @param value a number from 0 on
    /// @throws SettingsException when there is no such setting, or the value is none
    public static double threshold(String name, String value) throws SettingsException {
        Map<String, Double> known = defaults();
        if (!known.containsKey(name)) {
            throw new SettingsException("unknown setting '" + name + "'; " + suggestion(name, known));
        }
        return number(name, value);
    }

    /// Reads `ID` or `ID@FUNCTION`; spaces around the parts do not count.
    ///
    /// @throws SettingsException when there is no such finding
    public static Suppression suppression(String text) throws SettingsException {
        int at = text.indexOf('@');
        String id = (at < 0 ? text : text.substring(0, at)).strip();
        Rules.requireId(id);
        String function = at < 0 ? "" : text.substring(at + 1).strip();
        if (at >= 0 && function.isEmpty()) {
            throw new SettingsException("a function must follow the @ in '" + text.strip() + "'");
        }
        return new Suppression(id, function);
    }

    /// All that can be set, by name, with the default values.
    public static Map<String, Double> defaults() {
        Map<String, Double> values = new TreeMap<>();
        Rules.all().forEach(
                rule -> rule.settings().forEach(s -> values.put(rule.id() + "." + s.name(), s.value())));
        return values;
    }

    /// The settings of the rule that the name begins with; all where it begins with none.
    private static String suggestion(String name, Map<String, Double> known) {
        int dot = name.indexOf('.');
        String rule = dot < 0 ? name : name.substring(0, dot);
        List<String> near = known.keySet().stream().filter(k -> k.startsWith(rule + ".")).toList();
        if (near.isEmpty() && Rules.all().stream().anyMatch(r -> r.id().equals(rule))) {
            return "the rule " + rule + " has no settings";
        }
        return near.isEmpty()
                ? "known are: " + String.join(", ", known.keySet())
                : rule + " has: " + String.join(", ", near);
    }

    private static double number(String name, String text) throws SettingsException {
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException _) {
            // refused below
        }
        throw new SettingsException(name + " must be a number of at least 0, not '" + text.strip() + "'");
    }
}

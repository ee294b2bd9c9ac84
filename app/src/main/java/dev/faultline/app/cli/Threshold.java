package dev.faultline.app.cli;

import dev.faultline.model.rules.Rules;
import dev.faultline.model.rules.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A rule's threshold as the user wants it: `long-stw.threshold_ns=5e6`.
///
/// @param name `rule-id.setting_name`
/// @param value in the unit in which the name ends
record Threshold(String name, double value) {
    /// The settings in force; the last word on a name counts.
    static Settings settings(List<Threshold> thresholds) {
        return new Settings(thresholds.stream()
                .collect(Collectors.toMap(Threshold::name, Threshold::value, (_, last) -> last)));
    }

    /// All that can be set, by name, with the default values.
    static Map<String, Double> defaults() {
        Map<String, Double> values = new TreeMap<>();
        Rules.all().forEach(
                rule -> rule.settings().forEach(s -> values.put(rule.id() + "." + s.name(), s.value())));
        return values;
    }

    /// Reads `RULE.NAME=VALUE`.
    static final class Converter implements ITypeConverter<Threshold> {
        @Override
        public Threshold convert(String text) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals).strip();
            Map<String, Double> known = defaults();
            if (!known.containsKey(name)) {
                throw new TypeConversionException(
                        "there is no setting '" + name + "'; there are: " + String.join(", ", known.keySet()));
            }
            return new Threshold(name, number(name, equals < 0 ? "" : text.substring(equals + 1).strip()));
        }

        private static double number(String name, String text) {
            try {
                double value = Double.parseDouble(text);
                if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                    return value;
                }
            } catch (NumberFormatException _) {
                // told below
            }
            throw new TypeConversionException(name + " must be a number from 0 on, not '" + text + "'");
        }
    }
}

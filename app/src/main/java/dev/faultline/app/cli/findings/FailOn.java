package dev.faultline.app.cli.findings;

import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Which findings make `analyze` fail.
///
/// @param text as the user gave it
/// @param items a finding must be one of these
record FailOn(String text, List<Item> items) {
    static final FailOn NOTHING = new FailOn("", List.of());

    /// @param level this severity and worse ones, null for an id
    /// @param id findings of this id whatever their severity, empty for a level
    /// @param possible whether those count that are only possible
    record Item(@Nullable Severity level, String id, boolean possible) {
        boolean matches(Finding finding) {
            boolean named = level == null ? finding.id().equals(id) : finding.severity().compareTo(level) <= 0;
            return named && (possible || finding.confidence() != Confidence.POSSIBLE);
        }
    }

    boolean matches(Finding finding) {
        return items.stream().anyMatch(item -> item.matches(finding));
    }

    /// Reads severities and rule ids, separated by commas, each with `:possible` behind it or not.
    static final class Converter implements ITypeConverter<FailOn> {
        private static final String POSSIBLE = ":possible";

        @Override
        public FailOn convert(String text) {
            List<Item> items = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                String name = part.strip();
                boolean possible = name.endsWith(POSSIBLE);
                items.add(item(possible ? name.substring(0, name.length() - POSSIBLE.length()) : name, possible));
            }
            return new FailOn(text, items);
        }

        private static Item item(String name, boolean possible) {
            for (Severity severity : Severity.values()) {
                if (severity.label().equalsIgnoreCase(name)) {
                    return new Item(severity, "", possible);
                }
            }
            try {
                Rules.requireId(name);
            } catch (SettingsException e) {
                throw new TypeConversionException("not critical, warning or notice, and " + e.getMessage());
            }
            return new Item(null, name, possible);
        }
    }
}

package dev.faultline.app.cli.findings;

import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.rules.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Which findings make `analyze` fail.
///
/// @param level this severity and worse ones, null for none
/// @param ids findings of these ids whatever their severity
record FailOn(@Nullable Severity level, Set<String> ids) {
    static final FailOn NOTHING = new FailOn(null, Set.of());

    boolean matches(List<Finding> findings) {
        return findings.stream().anyMatch(
                f -> ids.contains(f.id()) || level != null && f.severity().compareTo(level) <= 0);
    }

    /// Reads `critical`, `warning`, `notice` or a list of rule ids.
    static final class Converter implements ITypeConverter<FailOn> {
        @Override
        public FailOn convert(String text) {
            for (Severity severity : Severity.values()) {
                if (severity.label().equals(text.toLowerCase(Locale.ROOT))) {
                    return new FailOn(severity, Set.of());
                }
            }
            List<String> ids = Arrays.stream(text.split(",")).map(String::strip).toList();
            try {
                for (String id : ids) {
                    Rules.requireId(id);
                }
            } catch (SettingsException e) {
                throw new TypeConversionException("not critical, warning or notice, and " + e.getMessage());
            }
            return new FailOn(null, Set.copyOf(ids));
        }
    }
}

package dev.faultline.app.cli.verb;

import dev.faultline.app.config.RulesFile;
import dev.faultline.model.judge.SettingsText;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.rules.Suppression;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The user's rule settings: the settings file, overridden by the options.
public final class RuleOptions {
    /// A threshold as on the command line, known to exist.
    record Threshold(String name, double value) {}

    private final RulesFile ofUser;

    @Option(names = "--set", paramLabel = "RULE.NAME=VALUE", converter = ThresholdConverter.class, description = "change a threshold of a rule, such as long-stw.threshold_ns=5e6; may be repeated")
    private List<Threshold> thresholds = List.of();

    @Option(names = "--suppress", paramLabel = "ID[@FUNCTION]", converter = SuppressionConverter.class, description = "count findings with this id, or with this id at this function (* matches any characters), but do not show them; may be repeated")
    private List<Suppression> suppressions = List.of();

    @Option(names = "--settings", paramLabel = "FILE", description = "properties file with thresholds and suppressions; default: the user's own file, if there is one")
    private @Nullable Path file;

    /// @param ofUser the user's own settings of the rules
    public RuleOptions(RulesFile ofUser) {
        this.ofUser = ofUser;
    }

    /// The settings in force.
    ///
    /// @throws SettingsException when the file cannot be read or understood
    public Settings settings() throws SettingsException {
        Settings settings = file == null ? ofUser.load() : new RulesFile(file).read();
        for (Threshold threshold : thresholds) {
            settings = settings.with(threshold.name(), threshold.value());
        }
        return settings.with(suppressions);
    }

    /// Reads `RULE.NAME=VALUE`.
    static final class ThresholdConverter implements ITypeConverter<Threshold> {
        @Override
        public Threshold convert(String text) {
            int equals = text.indexOf('=');
            String name = (equals < 0 ? text : text.substring(0, equals)).strip();
            String value = equals < 0 ? "" : text.substring(equals + 1).strip();
            try {
                return new Threshold(name, SettingsText.threshold(name, value));
            } catch (SettingsException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /// Reads `ID` or `ID@FUNCTION`.
    static final class SuppressionConverter implements ITypeConverter<Suppression> {
        @Override
        public Suppression convert(String text) {
            try {
                return SettingsText.suppression(text);
            } catch (SettingsException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}

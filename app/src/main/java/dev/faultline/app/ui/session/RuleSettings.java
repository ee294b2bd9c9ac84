package dev.faultline.app.ui.session;

import dev.faultline.app.config.RulesFile;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.rules.Suppression;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The rule settings, from the same file as the command line's, and what the user suppresses in the window.
public final class RuleSettings {
    private final RulesFile file;
    private final ReadOnlyObjectWrapper<Settings> settings = new ReadOnlyObjectWrapper<>(this, "settings",
            Settings.DEFAULTS);
    private @Nullable String problem;

    /// Reads the file. What it says does not count when it cannot be understood, see [#problem].
    public RuleSettings(RulesFile file) {
        this.file = file;
        try {
            settings.set(file.load());
        } catch (SettingsException e) {
            problem = e.getMessage();
        }
    }

    /// The settings in force.
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Why the defaults are in force instead of the file: one sentence.
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /// Suppresses findings from now on.
    ///
    /// @throws IOException when the file cannot be written; the findings are suppressed until the window is closed
    public void suppress(Suppression suppression) throws IOException {
        settings.set(settings.get().with(List.of(suppression)));
        file.suppress(suppression);
    }

    /// Suppresses nothing any more.
    ///
    /// @throws IOException when the file cannot be written
    public void suppressNothing() throws IOException {
        settings.set(new Settings(settings.get().overrides(), List.of()));
        file.suppressNothing();
    }
}

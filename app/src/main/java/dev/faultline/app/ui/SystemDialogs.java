package dev.faultline.app.ui;

import dev.faultline.app.ui.command.FileDialogs;
import dev.faultline.app.ui.session.Preferences;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The system's own file dialogs.
final class SystemDialogs implements FileDialogs {
    private final Stage owner;
    private final Preferences preferences;

    SystemDialogs(Stage owner, Preferences preferences) {
        this.owner = owner;
        this.preferences = preferences;
    }

    @Override
    public List<Path> chooseTraces() {
        var chooser = new FileChooser();
        chooser.setTitle("Open Go execution traces");
        lastFolder().ifPresent(chooser::setInitialDirectory);
        // traces have no agreed ending: all files come first
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("All files", "*.*", "*"),
                new FileChooser.ExtensionFilter("Traces", "*.trace", "*.out", "*.gz", "*.zst", "*.xz", "*.zip",
                        "*.tar"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseReport(String name) {
        var chooser = new FileChooser();
        chooser.setTitle("Export the report");
        chooser.setInitialFileName(name);
        lastFolder().ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseTable(String name) {
        var chooser = new FileChooser();
        chooser.setTitle("Save the table");
        chooser.setInitialFileName(name);
        lastFolder().ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private Optional<File> lastFolder() {
        return preferences.recent().stream().findFirst().map(Path::getParent).filter(Files::isDirectory)
                .map(Path::toFile);
    }
}

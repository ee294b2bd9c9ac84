package dev.faultline.app.ui;

import dev.faultline.app.ui.command.FileDialogs;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.views.report.ReportForm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    public Optional<Path> chooseReport(Path proposed) {
        FileChooser.ExtensionFilter[] kinds = Arrays.stream(ReportForm.values())
                .filter(form -> proposed.toString().endsWith("." + form.ending()))
                .map(form -> new FileChooser.ExtensionFilter(form.label(), "*." + form.ending()))
                .toArray(FileChooser.ExtensionFilter[]::new);
        return save("Export the report", proposed, kinds);
    }

    @Override
    public Optional<Path> chooseTable(Path proposed) {
        return save("Save the table", proposed, new FileChooser.ExtensionFilter("CSV", "*.csv"));
    }

    @Override
    public Optional<Path> choosePicture(Path proposed) {
        return save("Export this view", proposed, new FileChooser.ExtensionFilter("PNG picture", "*.png"),
                new FileChooser.ExtensionFilter("SVG picture", "*.svg"),
                new FileChooser.ExtensionFilter("PDF page", "*.pdf"));
    }

    private Optional<Path> save(String title, Path proposed, FileChooser.ExtensionFilter... kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(String.valueOf(proposed.getFileName()));
        Optional.ofNullable(proposed.getParent()).filter(Files::isDirectory).map(Path::toFile)
                .ifPresent(chooser::setInitialDirectory);
        chooser.getExtensionFilters().addAll(kinds);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private Optional<File> lastFolder() {
        return preferences.recent().stream().findFirst().map(Path::getParent).filter(Files::isDirectory)
                .map(Path::toFile);
    }
}

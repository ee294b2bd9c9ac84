package dev.faultline.app.ui.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the user for files: by system dialogs, in tests by fixed answers.
public interface FileDialogs {
    /// Files to open, none when the user thinks better of it.
    List<Path> chooseTraces();

    /// Where to write a report.
    ///
    /// @param name file name to suggest
    Optional<Path> chooseReport(String name);

    /// Where to save a table.
    ///
    /// @param name file name to suggest
    Optional<Path> chooseTable(String name);
}

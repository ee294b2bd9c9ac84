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
    /// @param proposed file to suggest; its folder need not exist
    Optional<Path> chooseReport(Path proposed);

    /// Where to save a table.
    ///
    /// @param proposed file to suggest; its folder need not exist
    Optional<Path> chooseTable(Path proposed);

    /// Where to write a picture; the ending tells the format.
    ///
    /// @param proposed file to suggest; its folder need not exist
    Optional<Path> choosePicture(Path proposed);
}

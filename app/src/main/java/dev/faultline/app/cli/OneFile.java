package dev.faultline.app.cli;

/// A verb that is about one file, which its error messages name.
interface OneFile {
    /// As the user gave it.
    String file();
}

package dev.faultline.app.cli.verb;

/// A verb that is about one file, which its error messages name.
public interface OneFile {
    /// As the user gave it.
    String file();
}

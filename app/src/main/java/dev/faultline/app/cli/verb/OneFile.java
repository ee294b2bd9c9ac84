package dev.faultline.app.cli.verb;

/// A verb about one file, which its error messages name.
public interface OneFile {
    /// As the user gave it.
    String file();
}

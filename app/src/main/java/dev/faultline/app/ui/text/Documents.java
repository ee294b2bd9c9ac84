package dev.faultline.app.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The documents that come with the program, as Markdown.
public enum Documents {
    MANUAL("manual.md"), GLOSSARY("glossary.md");

    private final String file;

    Documents(String file) {
        this.file = file;
    }

    /// Its text.
    public String text() {
        try (InputStream in = Objects.requireNonNull(Documents.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}

package dev.faultline.app.ui.session;

import dev.faultline.trace.disk.UserFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;

/// The sample traces that come with the program: which there are, and what each shows, from the bundle `Samples`.
public final class Samples {
    private static final List<String> NAMES = List.of("pool-swallows-timeout", "slow-leak", "lost-context",
            "lock-order-deadlock", "lock-convoy", "healthy-load");
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.faultline.app.ui.session.Samples",
            Locale.ROOT);

    private Samples() {
    }

    /// A sample.
    ///
    /// @param file its file's name
    /// @param title what it is about, in two or three words
    /// @param sentence what one will see in it
    public record Sample(String file, String title, String sentence) {}

    /// All samples, the most telling first.
    ///
    /// @throws MissingResourceException when one has no words
    public static List<Sample> all() {
        return NAMES.stream().map(name -> new Sample(name + ".trace", WORDS.getString(name + ".title"),
                WORDS.getString(name + ".sentence"))).toList();
    }

    /// Puts a sample where it can be opened: into the user's folder for what can be made again.
    ///
    /// @throws IOException when it cannot be written there
    public static Path unpack(Sample sample) throws IOException {
        return unpack(sample, UserFolder.CACHE.path().resolve("samples"));
    }

    static Path unpack(Sample sample, Path folder) throws IOException {
        byte[] bytes;
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("samples/" + sample.file()),
                sample.file())) {
            bytes = in.readAllBytes();
        }
        Path file = folder.resolve(sample.file());
        if (Files.notExists(file) || Files.size(file) != bytes.length) {
            Files.createDirectories(folder);
            Files.write(file, bytes);
        }
        return file;
    }
}

package dev.faultline.trace.store;

import dev.faultline.trace.disk.FileStamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// Remembers the content's key of a file that has not changed since its bytes were summed, so that they need not be read
/// again. A small file of the cache folder for each; another file with the same stamp under the same name is told by the
/// stamp that stands in it.
final class KnownFile {
    private static final String SUFFIX = ".file";
    private static final long VERSION = 1;

    private final Path note;
    private final FileStamp stamp;

    KnownFile(Path folder, FileStamp stamp) {
        CRC32C sum = new CRC32C();
        sum.update(stamp.text().getBytes(StandardCharsets.UTF_8));
        this.note = folder.resolve(Long.toHexString(sum.getValue()) + SUFFIX);
        this.stamp = stamp;
    }

    /// The key that the content had, if it is known.
    Optional<String> key() {
        if (!stamp.known() || !Files.exists(note)) {
            return Optional.empty();
        }
        try {
            return read(note).filter(n -> n.stamp.equals(stamp.text())).map(Note::key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void remember(String key) {
        if (stamp.known() && key().isEmpty()) {
            try {
                PartFile.write(note, VERSION, Note.CODEC, new Note(stamp.text(), key));
            } catch (IOException e) {
                // the next opening sums the bytes again
            }
        }
    }

    /// Deletes the notes that lead nowhere.
    static void clean(Path folder) throws IOException {
        try (Stream<Path> notes = Files.list(folder)) {
            for (Path note : notes.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                if (read(note).filter(n -> Files.isDirectory(folder.resolve(n.key))).isEmpty()) {
                    Files.deleteIfExists(note);
                }
            }
        }
    }

    /// What a file tells.
    private record Note(String stamp, String key) {
        static final Codec<Note> CODEC = Codec.of(Note.class);
    }

    private static Optional<Note> read(Path file) throws IOException {
        try {
            return PartFile.read(file, VERSION, Note.CODEC);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}

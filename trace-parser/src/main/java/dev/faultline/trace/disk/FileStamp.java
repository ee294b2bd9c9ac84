package dev.faultline.trace.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// By what the system tells a file from any other, and from itself after a change: device, number, length, and the times
/// of the last change of its bytes and of its properties. The last of these nobody can set back. As long as a stamp is
/// the same, so are the bytes.
///
/// @param text empty when the system does not tell
public record FileStamp(String text) {
    /// Of what is no file, of a file on a system that does not tell, and of one that was changed just now: times are
    /// coarse, so it may change once more without showing it.
    public static final FileStamp NONE = new FileStamp("");

    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final String PROPERTIES = "unix:dev,ino,size,lastModifiedTime,ctime";

    /// The stamp of a file as it is now.
    public static FileStamp of(Path file) {
        try {
            Map<String, Object> now = Files.readAttributes(file, PROPERTIES);
            Instant settled = Instant.now().minus(SETTLED);
            return now.get("lastModifiedTime") instanceof FileTime bytes && bytes.toInstant().isBefore(settled)
                    && now.get("ctime") instanceof FileTime properties && properties.toInstant().isBefore(settled)
                            ? new FileStamp(
                                    now.get("dev") + " " + now.get("ino") + " " + now.get("size") + " " + bytes + " "
                                            + properties)
                            : NONE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return NONE;
        }
    }

    /// Whether it tells anything.
    public boolean known() {
        return !text.isEmpty();
    }

    /// The stamp of a part of the file.
    ///
    /// @param from its first byte
    /// @param to behind its last byte
    public FileStamp part(long from, long to) {
        return known() ? new FileStamp(text + " " + from + "-" + to) : this;
    }
}

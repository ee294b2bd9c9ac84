package dev.faultline.trace.index;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// A file of the index: who wrote it, the values, check sums of all that, and how many bytes they are of.
final class PartFile {
    private static final long MAGIC = 0x4661756c746c6e31L;
    private static final long HEAD = 2L * Long.BYTES;
    static final String TEMPORARY = ".tmp";

    private PartFile() {
    }

    /// Writes a file and moves it into place when it is whole.
    ///
    /// @param program says which program wrote it
    static void write(Path file, long program, Consumer<Exchange> content) throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), file.getFileName().toString(), TEMPORARY);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                Saver saver = new Saver(channel);
                saver.number(MAGIC);
                saver.number(program);
                content.accept(saver);
                saver.seal();
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// The values of a file that is whole and of this program, nothing for any other.
    static Optional<Exchange> open(MemorySegment file, long program) {
        long last = file.byteSize() - Long.BYTES;
        if (last < HEAD || last % Long.BYTES != 0) {
            return Optional.empty();
        }
        long size = file.get(ValueLayout.JAVA_LONG, last);
        if (size < HEAD || size > last || size % Long.BYTES != 0
                || file.get(ValueLayout.JAVA_LONG, 0) != MAGIC
                || file.get(ValueLayout.JAVA_LONG, Long.BYTES) != program) {
            return Optional.empty();
        }
        long[] written = file.asSlice(size, last - size).toArray(ValueLayout.JAVA_LONG);
        return Arrays.equals(written, Checks.of(file.asSlice(0, size)))
                ? Optional.of(new Restorer(file.asSlice(HEAD, size - HEAD)))
                : Optional.empty();
    }
}

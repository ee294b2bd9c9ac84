package dev.faultline.trace.index;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

    /// Whether a file begins as those of this program do.
    static boolean isOf(Path file, long program) {
        ByteBuffer head = ByteBuffer.allocate((int) HEAD).order(ByteOrder.nativeOrder());
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.read(head) == HEAD && head.getLong(0) == MAGIC && head.getLong(Long.BYTES) == program;
        } catch (IOException e) {
            return false;
        }
    }

    /// The values of a file that is whole and of this program, nothing for any other. They are checked as they are read.
    ///
    /// @param whenDamaged what to do before that is thrown
    static Optional<Exchange> open(MemorySegment file, long program, Runnable whenDamaged) {
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
        long[] sums = file.asSlice(size, last - size).toArray(ValueLayout.JAVA_LONG);
        return sums.length == Checks.chunks(size)
                ? Optional.of(new Restorer(new CheckedFile(file.asSlice(0, size), sums, whenDamaged), HEAD))
                : Optional.empty();
    }
}

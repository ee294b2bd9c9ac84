package dev.faultline.trace.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A file of the index: who wrote it, one packed value, and a check sum of all that.
final class PartFile {
    static final String TEMPORARY = ".tmp";
    private static final long MAGIC = 0x4661756c746c6e32L;
    private static final int HEAD = 2 * Long.BYTES;
    private static final int BUFFER = 1 << 16;

    private PartFile() {
    }

    /// Writes a file and moves it into place when it is whole.
    ///
    /// @param program says which program wrote it
    static <T> void write(Path file, long program, Codec<T> codec, T value) throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), file.getFileName().toString(), TEMPORARY);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                PairSum sum = new PairSum();
                SummedStream summed = new SummedStream(channel, sum);
                summed.write(head(program));
                try (BufferedOutputStream buffered = new BufferedOutputStream(new PackingStream(summed), BUFFER)) {
                    PartWriter to = new PartWriter(buffered);
                    codec.write(to, value);
                    to.flush();
                }
                summed.write(ByteBuffer.allocate(Long.BYTES).putLong(sum.value()).array());
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static byte[] head(long program) {
        return ByteBuffer.allocate(HEAD).putLong(MAGIC).putLong(program).array();
    }

    /// Sums what goes through it to a file, which it leaves open.
    private static final class SummedStream extends OutputStream {
        private final FileChannel file;
        private final PairSum sum;

        SummedStream(FileChannel file, PairSum sum) {
            this.file = file;
            this.sum = sum;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            sum.add(bytes, from, length);
            ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
            while (left.hasRemaining()) {
                file.write(left);
            }
        }
    }

    /// Whether a file begins as those of this program do.
    static boolean isOf(Path file, long program) {
        try (InputStream in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(HEAD)).equals(ByteBuffer.wrap(head(program)));
        } catch (IOException e) {
            return false;
        }
    }

    /// The value of a file, nothing where it is damaged or another program's: all of it is checked before any of it is
    /// believed.
    static <T> Optional<T> read(Path file, long program, Codec<T> codec) throws IOException {
        if (!isOf(file, program) || !isSound(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(HEAD);
            try (InputStream unpacked = PackingStream.unpacked(in)) {
                return Optional.of(codec.read(new PartReader(new BufferedInputStream(unpacked, BUFFER))));
            }
        }
    }

    private static boolean isSound(Path file) throws IOException {
        long left = Files.size(file) - Long.BYTES;
        PairSum sum = new PairSum();
        byte[] bytes = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int read = in.readNBytes(bytes, 0, (int) Math.min(BUFFER, left));
                if (read <= 0) {
                    return false;
                }
                sum.add(bytes, 0, read);
                left -= read;
            }
            byte[] last = in.readNBytes(Long.BYTES);
            return last.length == Long.BYTES && ByteBuffer.wrap(last).getLong() == sum.value();
        }
    }
}

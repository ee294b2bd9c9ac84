package dev.faultline.trace.store;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Packs a value, and says in its first byte how. Zstandard is some five times as fast as what Java brings, but loading its
/// library takes a tenth of a second: as long as all else that is done to print what was found before. So it serves only
/// what is large.
final class PackingStream extends OutputStream {
    private static final int DEFLATED = 0;
    private static final int ZSTANDARD = 1;
    /// Java packs and unpacks so many bytes in less time than loading the library takes.
    private static final int SMALL = 4 << 20;
    /// Packs half a gigabyte a second, twice as fast as the next one, to a tenth more.
    private static final int LEVEL = 1;

    private final OutputStream to;
    private final ByteArrayOutputStream small = new ByteArrayOutputStream();
    private @Nullable OutputStream large;

    /// @param to is left open
    PackingStream(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        OutputStream packed = large;
        if (packed == null && small.size() + length <= SMALL) {
            small.write(bytes, from, length);
            return;
        }
        if (packed == null) {
            to.write(ZSTANDARD);
            packed = new ZstdOutputStreamNoFinalizer(to, LEVEL);
            large = packed;
            small.writeTo(packed);
            small.reset();
        }
        packed.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        OutputStream packed = large;
        if (packed != null) {
            packed.close();
            return;
        }
        to.write(DEFLATED);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(to, deflater)) {
            small.writeTo(deflated);
        } finally {
            deflater.end();
        }
    }

    /// What such a stream packed.
    ///
    /// @throws IOException when its first byte is none of the two
    static InputStream unpacked(InputStream from) throws IOException {
        int how = from.read();
        return switch (how) {
            case DEFLATED -> new InflaterInputStream(from);
            case ZSTANDARD -> new ZstdInputStreamNoFinalizer(from);
            case -1 -> throw new EOFException("a packed part, which has no byte");
            default -> throw new IOException("packed in way " + how + ", where 0 and 1 are known");
        };
    }
}

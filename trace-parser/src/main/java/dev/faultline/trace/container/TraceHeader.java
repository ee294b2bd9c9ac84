package dev.faultline.trace.container;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where a trace begins: 16 bytes of ASCII, `go 1.<minor> trace` filled up with NUL bytes. Source: Go 1.27,
/// internal/trace/version/version.go.
///
/// @param offset byte offset of the header
/// @param minor number of the format version, 22 for `go 1.22 trace`
public record TraceHeader(long offset, int minor) {
    public static final int LENGTH = 16;
    /// A header is looked for in so many bytes; what stands before it is junk such as log lines or an HTTP head.
    public static final int SEARCH_BYTES = 64 << 10;

    private static final byte[] START = "go 1.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = " trace".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_DIGITS = 3;

    /// The text of the header without its padding, such as `go 1.22 trace`.
    public String text() {
        return "go 1." + minor + " trace";
    }

    /// Offset of the first byte behind the header.
    public long end() {
        return offset + LENGTH;
    }

    /// The first header in the first [#SEARCH_BYTES], or null.
    public static @Nullable TraceHeader find(MemorySegment bytes) {
        long last = Math.min(bytes.byteSize() - LENGTH, SEARCH_BYTES);
        for (long at = 0; at <= last; at++) {
            TraceHeader found = at(bytes, at);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// The header that begins exactly at `offset`, or null.
    public static @Nullable TraceHeader at(MemorySegment bytes, long offset) {
        if (offset < 0 || offset > bytes.byteSize() - LENGTH || !matches(bytes, offset, START)) {
            return null;
        }
        int minor = 0;
        int i = START.length;
        for (; i < START.length + MAX_DIGITS && isDigit(get(bytes, offset + i)); i++) {
            minor = minor * 10 + get(bytes, offset + i) - '0';
        }
        if (i == START.length || !matches(bytes, offset + i, END)) {
            return null;
        }
        for (i += END.length; i < LENGTH; i++) {
            if (get(bytes, offset + i) != 0) {
                return null;
            }
        }
        return new TraceHeader(offset, minor);
    }

    /// Whether a stream that supports marks begins with a header; it is left where it was.
    static boolean startsHere(InputStream in) throws IOException {
        in.mark(LENGTH);
        byte[] head = in.readNBytes(LENGTH);
        in.reset();
        return at(MemorySegment.ofArray(head), 0) != null;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean matches(MemorySegment bytes, long at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (get(bytes, at + i) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte get(MemorySegment bytes, long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, at);
    }
}

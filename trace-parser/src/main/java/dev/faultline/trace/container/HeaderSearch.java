package dev.faultline.trace.container;

import dev.faultline.trace.format.TraceHeader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// Finds where a trace begins in bytes that may begin with something else.
public final class HeaderSearch {
    /// A header is looked for in so many bytes; what stands before it is junk such as log lines or an HTTP head.
    public static final int SEARCH_BYTES = 64 << 10;
    public static final long NOT_FOUND = -1;

    private static final byte[] START = "go 1.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = " trace".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_DIGITS = 3;

    private HeaderSearch() {
    }

    /// Offset of the first header in the first [#SEARCH_BYTES], or [#NOT_FOUND].
    public static long find(MemorySegment bytes) {
        long last = Math.min(bytes.byteSize() - TraceHeader.SIZE, SEARCH_BYTES);
        for (long at = 0; at <= last; at++) {
            if (minorAt(bytes, at) >= 0) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    /// The format version of the header that begins exactly at an offset, or [#NOT_FOUND].
    static int minorAt(MemorySegment bytes, long offset) {
        if (offset < 0 || offset > bytes.byteSize() - TraceHeader.SIZE || !matches(bytes, offset, START)) {
            return (int) NOT_FOUND;
        }
        int minor = 0;
        int i = START.length;
        for (; i < START.length + MAX_DIGITS && isDigit(get(bytes, offset + i)); i++) {
            minor = minor * 10 + get(bytes, offset + i) - '0';
        }
        boolean whole = i > START.length && matches(bytes, offset + i, END);
        for (i += END.length; whole && i < TraceHeader.SIZE; i++) {
            whole = get(bytes, offset + i) == 0;
        }
        return whole ? minor : (int) NOT_FOUND;
    }

    /// Whether a stream that supports marks begins with a header; it is left where it was.
    static boolean startsHere(InputStream in) throws IOException {
        in.mark(TraceHeader.SIZE);
        byte[] head = in.readNBytes(TraceHeader.SIZE);
        in.reset();
        return minorAt(MemorySegment.ofArray(head), 0) >= 0;
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

package dev.faultline.trace.wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Tells bytes that people read, such as a line of a log that was written into a trace, from those of a trace: printable
/// ASCII, white space, and other characters in UTF-8.
public final class TextBytes {
    private static final int LONGEST_CHARACTER = 4;

    private TextBytes() {
    }

    /// Whether the byte at an offset is text; false outside of the bytes.
    public static boolean isText(MemorySegment bytes, long at) {
        int b = get(bytes, at);
        return b == '\n' || b == '\r' || b == '\t' || isInLine(bytes, at);
    }

    /// The same without what ends a line or stands between words of a table.
    public static boolean isInLine(MemorySegment bytes, long at) {
        int b = get(bytes, at);
        return b >= ' ' && b <= '~' || b >= 0x80 && isPartOfCharacter(bytes, at);
    }

    /// Whether a character of several bytes begins at or shortly before an offset, and reaches behind it.
    private static boolean isPartOfCharacter(MemorySegment bytes, long at) {
        long first = at;
        while (isContinuation(get(bytes, first)) && first > at - LONGEST_CHARACTER + 1) {
            first--;
        }
        int lead = get(bytes, first);
        int length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (lead < 0xc2 || first + length <= at) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (!isContinuation(get(bytes, first + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isContinuation(int b) {
        return b >= 0x80 && b < 0xc0;
    }

    private static int get(MemorySegment bytes, long at) {
        return at >= 0 && at < bytes.byteSize() ? bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff : -1;
    }
}

package dev.faultline.trace.v1;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Tells texts and stacks from changed bytes that happen to begin one and so swallow the events behind them.
final class V1Swallows {
    /// Shorter texts swallow little.
    private static final int LONG_TEXT = 32;
    /// One byte in so many may be none of a text.
    private static final int TEXT_BYTES_PER_OTHER = 16;
    /// So many bytes tell whether a text is one.
    static final int LOOKED_AT = 4096;
    private static final int VALUES_PER_FRAME = 4;
    private static final int FIRST_WITH_SYMBOLS = 7;

    private final MemorySegment bytes;
    private final int minor;
    private final V1Decoder in;
    private final V1Resync resync;

    V1Swallows(MemorySegment bytes, int minor, V1Resync resync) {
        this.bytes = bytes;
        this.minor = minor;
        this.in = new V1Decoder(bytes, minor);
        this.resync = resync;
    }

    /// Whether what was read as a text is none: it does not look like one, and no records follow it.
    ///
    /// @param known whether the table has one of its id already, which never happens in a sound file
    boolean isSuspect(V1Decoder text, boolean known) {
        boolean suspect = text.bodySize >= LONG_TEXT && !looksLikeText(bytes, text)
                && (known || !resync.goesOnFrom(text.at));
        if (suspect) {
            text.problem = "a text, found " + text.bodySize + " bytes that are none";
        }
        return suspect;
    }

    /// Whether the frames of a stack do not fill it.
    boolean isBroken(V1Decoder stack) {
        in.problem = null;
        in.at = stack.bodyAt;
        long values = stack.args[1] * (minor >= FIRST_WITH_SYMBOLS ? VALUES_PER_FRAME : 1);
        while (values > 0 && in.problem == null && in.at < stack.at) {
            in.number();
            values--;
        }
        boolean broken = values > 0 || in.problem != null || in.at != stack.at;
        if (broken) {
            stack.problem = "a stack of " + stack.args[1] + " frames, found as many bytes as fit others";
        }
        return broken;
    }

    /// Whether hardly a byte of a text is a control character.
    static boolean looksLikeText(MemorySegment bytes, V1Decoder text) {
        int others = 0;
        int size = Math.min(text.bodySize, LOOKED_AT);
        for (long i = text.bodyAt; i < text.bodyAt + size; i++) {
            byte b = bytes.get(ValueLayout.JAVA_BYTE, i);
            others += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
        }
        return others * TEXT_BYTES_PER_OTHER <= size;
    }
}

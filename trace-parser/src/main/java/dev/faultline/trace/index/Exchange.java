package dev.faultline.trace.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/// Moves state into a file or back out of it. Whoever has state writes one method for both, in which each value is
/// replaced by what the exchange returns: the same value when saving, the one saved then when restoring. So the two ways
/// cannot drift apart.
///
/// Restoring throws some [RuntimeException] when the file is not what it should be; the caller makes the thing anew.
public interface Exchange {
    /// Whether values come out of the file; else they go into it.
    boolean restoring();

    long number(long value);

    /// Bytes that lie in several places, as one. When restoring, the pieces are ignored and the result is a part of the
    /// mapped file, read-only and alive as long as that is; when saving, the result is undefined.
    ///
    /// @param size bytes of all pieces together
    MemorySegment blob(long size, Iterable<MemorySegment> pieces);

    /// Long bytes that not everybody needs: the same as [#blob], but they are not looked at before they are asked for.
    ///
    /// @return throws [DamagedIndexException] when they turn out to be damaged
    Supplier<MemorySegment> later(long size, Iterable<MemorySegment> pieces);

    default int number(int value) {
        return Math.toIntExact(number((long) value));
    }

    default boolean flag(boolean value) {
        return number(value ? 1L : 0L) != 0;
    }

    /// The bytes of an array; restored as a part of the file.
    default MemorySegment array(MemorySegment value) {
        return blob(value.byteSize(), List.of(value));
    }

    default byte[] bytes(byte[] value) {
        MemorySegment data = array(MemorySegment.ofArray(value));
        return restoring() ? data.toArray(ValueLayout.JAVA_BYTE) : value;
    }

    default int[] ints(int[] value) {
        MemorySegment data = array(MemorySegment.ofArray(value));
        return restoring() ? data.toArray(ValueLayout.JAVA_INT) : value;
    }

    default long[] longs(long[] value) {
        MemorySegment data = array(MemorySegment.ofArray(value));
        return restoring() ? data.toArray(ValueLayout.JAVA_LONG) : value;
    }

    default double[] doubles(double[] value) {
        MemorySegment data = array(MemorySegment.ofArray(value));
        return restoring() ? data.toArray(ValueLayout.JAVA_DOUBLE) : value;
    }

    default String text(String value) {
        return new String(bytes(value.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}

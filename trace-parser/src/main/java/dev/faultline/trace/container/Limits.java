package dev.faultline.trace.container;

import dev.faultline.trace.limit.UserLimit;
import java.util.Map;

/// What unpacking may cost before it is taken for a decompression bomb. The user can raise the first two.
///
/// @param maxBytes most unpacked bytes of one file, over all of its layers and entries
/// @param maxRatio most unpacked bytes for each packed byte, asked only beyond [#RATIO_FREE_BYTES]
/// @param maxEntries most entries of an archive
public record Limits(long maxBytes, long maxRatio, int maxEntries) {
    /// Sixteen times the largest trace known to us would still pass.
    public static final long DEFAULT_MAX_BYTES = 8L << 30;
    /// Real traces shrink to a fortieth at best; zeros to a thousandth by gzip, far more by zstd and bzip2.
    public static final long DEFAULT_MAX_RATIO = 1000;
    public static final int DEFAULT_MAX_ENTRIES = 10_000;

    /// So much may come out of any input, however small: a ratio says nothing about a few bytes.
    public static final long RATIO_FREE_BYTES = 64L << 20;
    /// Deepest nesting of compressions and archives.
    public static final int MAX_LAYERS = 4;
    /// Most memory that a decoder may use for its window, in KiB. Larger windows are refused by name.
    public static final int DECODER_KIB = 192 << 10;

    public static final Limits DEFAULT = new Limits(DEFAULT_MAX_BYTES, DEFAULT_MAX_RATIO, DEFAULT_MAX_ENTRIES);

    public Limits {
        if (maxBytes < 1 || maxRatio < 1 || maxEntries < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /// The default limits, raised or lowered by [UserLimit#UNPACKED] and [UserLimit#RATIO].
    public static Limits ofEnvironment(Map<String, String> environment) {
        return new Limits(UserLimit.UNPACKED.in(environment, DEFAULT_MAX_BYTES),
                UserLimit.RATIO.in(environment, DEFAULT_MAX_RATIO), DEFAULT_MAX_ENTRIES);
    }
}

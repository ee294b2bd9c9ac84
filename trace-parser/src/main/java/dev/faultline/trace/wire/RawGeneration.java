package dev.faultline.trace.wire;

import dev.faultline.trace.format.Loss;
import java.util.List;

/// The batches of a generation in file order, nothing of them decoded.
///
/// @param number as written, never 0
/// @param offset of its first batch in the file
/// @param end offset behind its last byte
/// @param minTime smallest batch time, in clock units
/// @param complete whether it is known to have ended properly
/// @param losses what of it could not be found
public record RawGeneration(long number, long offset, long end, long minTime, List<Batch> batches, boolean complete,
        List<Loss> losses) {}

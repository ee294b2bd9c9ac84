package dev.faultline.trace.wire;

import java.util.List;

/// The batches of a generation in file order, nothing of them decoded.
///
/// @param number as written, never 0
/// @param offset of its first batch in the file
/// @param end offset behind its last byte
/// @param minTime smallest batch time, in clock units
/// @param maxTime largest batch time, in clock units
/// @param complete whether it is known to have ended properly
/// @param repaired batch headers whose generation, time or size did not fit what stands around them and was replaced
/// @param gaps what of it could not be found
public record RawGeneration(long number, long offset, long end, long minTime, long maxTime, List<Batch> batches,
        boolean complete, int repaired, List<Gap> gaps) {}

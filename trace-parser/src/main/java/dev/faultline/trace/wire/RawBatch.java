package dev.faultline.trace.wire;

import dev.faultline.trace.format.TraceFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A batch as it stands in a file, for those who copy it.
///
/// @param batch what it is
/// @param start offset of its header
/// @param experiment number of the experiment whose tables it holds, -1 for all other kinds
public record RawBatch(Batch batch, long start, int experiment) {
    /// The batches of a generation in the order of the file, those without payload left out.
    ///
    /// @return nothing when bytes of the generation are missing, do not belong to it or were repaired, so that its bytes
    ///         cannot be copied as they are
    public static Optional<List<RawBatch>> of(TraceFile file, RawGeneration generation) {
        if (!generation.complete() || generation.repaired() > 0
                || generation.batches().stream().anyMatch(b -> b.foreignSize() > 0)) {
            return Optional.empty();
        }
        List<RawBatch> all = new ArrayList<>();
        ByteCursor in = new ByteCursor();
        long at = generation.offset();
        try {
            while (at < generation.end() && !file.endsGeneration(at)) {
                BatchHeader header = BatchHeader.read(file, at, in);
                if (header.generation() != generation.number() || header.end() > generation.end()) {
                    return Optional.empty();
                }
                if (header.size() > 0) {
                    Batch batch = Batch.of(header, header.kind(file), header.size());
                    all.add(new RawBatch(batch, at, header.experimental() ? file.at(at + 1) : -1));
                }
                at = header.end();
            }
        } catch (TraceFormatException e) {
            return Optional.empty();
        }
        return sameAs(generation.batches(), all) ? Optional.of(all) : Optional.empty();
    }

    private static boolean sameAs(List<Batch> batches, List<RawBatch> all) {
        return batches.equals(all.stream().map(RawBatch::batch).toList());
    }

    /// Offset behind its payload.
    public long end() {
        return batch.end();
    }
}

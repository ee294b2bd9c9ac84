package dev.faultline.trace.wire;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.function.Predicate;

/// Knows which batches were seen, so that one that stands in the file twice is read once: a thread opens no two batches
/// at the same time.
///
/// Where a copy begins, the batch before it is broken off: a copied stretch ends in the middle of a batch, and the second
/// copy begins in the middle of another. The batch is whole at the end of the second copy, so what was read of it in the
/// first is dropped, and so is what was read of the bytes between the first copy and the first header in the second.
final class DuplicateBatches {
    private static final int PREFIX = 32;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long UNSEEN = -1;
    /// Bytes that must be the same in both copies where nothing else says that a batch stands in both.
    private static final int EVIDENCE = 4;
    /// Bytes compared over all copies, for each byte of the file and in any case, so that a hostile file takes no longer.
    private static final long EFFORT_PER_BYTE = 4;
    private static final long LEAST_EFFORT = 1L << 24;

    private final TraceFile file;
    private final LongOpenHashSet seen = new LongOpenHashSet();
    /// Offsets of headers by what they say, and of those that were dropped.
    private final Long2LongOpenHashMap starts = new Long2LongOpenHashMap();
    private final LongOpenHashSet dropped = new LongOpenHashSet();
    private long effort;
    private long behindCopy = UNSEEN;
    private int count;

    DuplicateBatches(TraceFile file) {
        this.file = file;
        this.effort = LEAST_EFFORT + EFFORT_PER_BYTE * file.size();
        starts.defaultReturnValue(UNSEEN);
    }

    /// Drops what was read of a broken batch if a header at `position` is the first one in a second copy; true when
    /// there was such a batch.
    boolean dropBroken(BatchHeader header, long position, OpenGeneration open) {
        if (position == behindCopy) {
            return false;
        }
        long original = starts.get(headerKey(header));
        if (original == UNSEEN) {
            return dropCutHeader(position, open);
        }
        long distance = position - original;
        long seam = seam(position, distance);
        open.gaps.removeIf(gap -> isIn(gap.place().offset(), seam, distance));
        return drop(open, batch -> isBroken(batch, seam, position, distance));
    }

    /// The same where it is the header of the broken batch that stands at `position` and was not whole in the first copy:
    /// from its start on, the bytes are first those of the header, and then those that stand before it.
    private boolean dropCutHeader(long position, OpenGeneration open) {
        for (long cut : open.latestStarts()) {
            long distance = position - cut;
            long seam = seam(position, distance);
            if (distance >= EVIDENCE && seam - cut < BatchHeader.MAX_BYTES && same(cut, seam, distance)) {
                open.gaps.removeIf(gap -> gap.place().offset() >= cut);
                return drop(open, batch -> open.lastStart() >= cut);
            }
        }
        return false;
    }

    /// Offset of the first byte of a second copy: from there to `position` all bytes are those that stand so far before.
    private long seam(long position, long distance) {
        long seam = position;
        while (seam > position - distance && same(seam - 1, seam, -distance)) {
            seam--;
        }
        return seam;
    }

    private boolean drop(OpenGeneration open, Predicate<Batch> broken) {
        boolean found = false;
        for (Batch last = open.last(); last != null && broken.test(last); last = open.last()) {
            dropped.add(open.lastStart());
            open.removeLast();
            found = true;
        }
        return found;
    }

    /// Whether the last batch before a copy is broken off: its header or payload runs into the copy, and the start of it
    /// stands in both.
    private boolean isBroken(Batch batch, long seam, long position, long distance) {
        return batch.offset() > seam
                ? position - seam >= EVIDENCE
                : batch.end() >= seam && isIn(batch.offset() - EVIDENCE, seam, distance);
    }

    /// Whether what begins at an offset stands in the second copy, too, or begins there.
    private boolean isIn(long from, long seam, long distance) {
        return from >= seam - distance && same(from, seam, distance);
    }

    /// Whether the bytes of a stretch are those that stand so far behind them.
    private boolean same(long from, long to, long distance) {
        for (long at = from; at < to; at++) {
            if (effort-- <= 0 || at + distance < file.body() || file.at(at) != file.at(at + distance)) {
                return false;
            }
        }
        return true;
    }

    /// Takes note of a batch; true when it is a copy of one that was seen before, by its header and the start of its
    /// payload.
    ///
    /// @param position offset of its header
    boolean isCopy(BatchHeader header, long position) {
        long headerKey = headerKey(header);
        long key = headerKey;
        for (int i = 0; i < Math.min(PREFIX, header.size()); i++) {
            key = mix(key, file.at(header.payload() + i));
        }
        boolean copy = !seen.add(key) && !dropped.remove(starts.get(headerKey));
        if (copy) {
            count++;
            behindCopy = header.payload() + header.present(file);
        } else {
            starts.put(headerKey, position);
        }
        return copy;
    }

    /// Batches that were copies.
    int count() {
        return count;
    }

    private static long headerKey(BatchHeader header) {
        long key = header.experimental() ? ~header.generation() : header.generation();
        key = mix(key, header.thread());
        key = mix(key, header.time());
        return mix(key, header.size());
    }

    private static long mix(long key, long value) {
        long mixed = (key ^ value) * FACTOR;
        return mixed ^ mixed >>> 29;
    }
}

package dev.faultline.trace.wire;

import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks a file from batch header to batch header and sorts the batches into generations.
///
/// A generation ends with its end byte (Go 1.26 and later), with the first batch of another number, or with the file.
/// Where no header stands, [Resync] finds the next one; the batch before is cut or stretched if its declared size was
/// the reason, and only what belongs to no batch is lost. What stands in the file twice is read once ([DuplicateBatches]).
public final class BatchScanner {
    /// Bytes that come again not by chance, even where nothing else tells that the batch before them has too many.
    private static final int SURE_COPY = 4;

    private final TraceFile file;
    private final ByteCursor in = new ByteCursor();
    private final Resync resync;
    private final Neighbours neighbours;
    private final DuplicateBatches duplicates;
    private final List<OpenGeneration> closed = new ArrayList<>();
    private OpenGeneration open;
    private long lastNumber;
    private long lastTime = -1;
    /// Header of the batch that was taken last.
    private @Nullable BatchHeader latest;
    private long position;

    private BatchScanner(TraceFile file) {
        this.file = file;
        this.resync = new Resync(file);
        this.neighbours = new Neighbours(file);
        this.duplicates = new DuplicateBatches(file);
        this.position = file.body();
        this.open = new OpenGeneration(position);
    }

    /// All generations of a file. Damage is told as gaps of the generation that it lies in.
    public static List<RawGeneration> scan(TraceFile file) {
        BatchScanner scanner = new BatchScanner(file);
        while (scanner.position < file.size()) {
            try {
                scanner.step();
            } catch (TraceFormatException e) {
                scanner.repair(e);
            }
        }
        scanner.closeLast();
        return Rearrangement.inOrder(scanner.closed.stream().map(OpenGeneration::collected).toList());
    }

    private void step() throws TraceFormatException {
        if (file.endsGeneration(position)) {
            position++;
            close(true);
            return;
        }
        BatchHeader header = BatchHeader.read(file, position, in);
        // the end byte of a copy may have closed it
        OpenGeneration last = open.isEmpty() && !closed.isEmpty() ? closed.getLast() : open;
        if (duplicates.dropBroken(header, position, last)) {
            latest = null;
        }
        if (giveBackSwallowed(header)) {
            return;
        }
        if (duplicates.isCopy(header, position)) {
            position = header.payload() + header.present(file);
            return;
        }
        BatchHeader settled = neighbours.settle(header, open.number, lastNumber, lastTime);
        enter(settled);
        open.repaired += settled.equals(header) ? 0 : 1;
        lastTime = neighbours.trusted(settled, lastTime);
        latest = header;
        take(settled);
    }

    /// Where another generation begins, the batch before may have swallowed a part of it: the declared end happens to be
    /// the start of another batch. Then it is cut, and reading goes on inside of it.
    private boolean giveBackSwallowed(BatchHeader header) {
        Batch before = open.lastEndingAt(position);
        if (before == null || header.generation() == open.number || PayloadCheck.endsCleanly(file, before)) {
            return false;
        }
        long inner = resync.find(before.offset(), lastNumber, lastTime);
        if (inner == Resync.NOT_FOUND || inner >= position) {
            return false;
        }
        open.replaceLast(before.resized((int) (inner - before.offset())));
        position = inner;
        return true;
    }

    /// Sees to it that the generation of a batch is the open one.
    private void enter(BatchHeader header) {
        if (open.number != 0 && header.generation() != open.number) {
            // the batch belongs to the next one; nothing of this one is known to be missing
            close(!file.hasEndBytes());
        } else if (open.number == 0 && header.generation() == lastNumber && !closed.isEmpty()) {
            // what looked like the end was none
            open = closed.removeLast();
        }
        open.number = header.generation();
        lastNumber = open.number;
    }

    private void take(BatchHeader header) {
        int size = header.present(file);
        if (size < header.size()) {
            long next = resync.find(header.payload(), open.number, lastTime);
            if (next == Resync.NOT_FOUND) {
                open.gaps.add(new Gap(new Place(file.size(), open.number, header.thread(), null), 0, lastTime, lastTime,
                        "expected " + (header.size() - size) + " more bytes of a batch, found the end of the file"));
            } else {
                size = (int) (next - header.payload());
                open.repaired++;
            }
        }
        open.add(position, header, size, file);
        position = header.payload() + size;
    }

    /// Goes on at the next believable batch. The one before the damage is examined first: perhaps it is its size that
    /// is wrong, or somebody else's bytes stand in it, and nothing is lost.
    private void repair(TraceFormatException cause) {
        long bad = position;
        Batch before = open.lastEndingAt(bad);
        long next = resync.find(before == null ? bad + 1 : before.offset(), lastNumber, lastTime);
        if (before != null && next < bad && withoutForeign(before, resync.find(bad + 1, lastNumber, lastTime))) {
            return; // a header that foreign bytes happen to make is none
        }
        if (next == bad) {
            next = resync.find(bad + 1, lastNumber, lastTime); // believable at first sight, but not to its neighbours
        }
        long to = next == Resync.NOT_FOUND ? file.size() : next;
        if (before != null && next != Resync.NOT_FOUND
                && (to <= bad || Batch.fits(to - before.offset()) && !PayloadCheck.endsCleanly(file, before))) {
            if (!withoutForeign(before, to)) {
                open.replaceLast(before.resized((int) (to - before.offset()))); // it is its size that is wrong
            }
        } else if (before == null || to - bad < SURE_COPY || !withoutForeign(before, next)) {
            open.gaps.add(new Gap(new Place(bad, lastNumber == 0 ? -1 : lastNumber, -1, null), to - bad, lastTime,
                    next == Resync.NOT_FOUND ? lastTime : neighbours.timeAt(next, lastTime), cause.getMessage()));
        }
        position = to;
    }

    /// Takes foreign bytes out of the last batch if it makes sense then; reading goes on behind it.
    ///
    /// @param to offset of the batch behind it, [Resync#NOT_FOUND] when there is none
    private boolean withoutForeign(Batch last, long to) {
        if (latest == null || to == Resync.NOT_FOUND || !Batch.fits(to - last.offset())) {
            return false;
        }
        Batch stretched = last.resized((int) (to - last.offset()));
        Batch mended = ForeignByteRemoval.mend(file, stretched, latest.size());
        if (mended == stretched) {
            return false;
        }
        open.replaceLast(mended);
        position = to;
        return true;
    }

    /// Before there was an end byte, a generation was complete when it had its texts, which come last.
    private void closeLast() {
        close(!file.hasEndBytes() && open.hasTexts());
        if (closed.isEmpty() && !open.gaps.isEmpty()) {
            open.number = 1; // nothing but damage: told in a generation without events
            open.close(position, false);
            closed.add(open);
        }
    }

    private void close(boolean complete) {
        if (open.number != 0 && !(open.isEmpty() && duplicates.count() > 0)) {
            open.close(position, complete);
            closed.add(open);
        } else if (!open.gaps.isEmpty() && !closed.isEmpty()) {
            // damage between two generations: told with the one before
            closed.getLast().gaps.addAll(open.gaps);
        }
        OpenGeneration next = new OpenGeneration(position);
        if (closed.isEmpty()) {
            next.gaps.addAll(open.gaps); // told with the first generation that comes
        }
        open = next;
    }
}

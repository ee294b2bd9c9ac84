package dev.faultline.trace.store;

import dev.faultline.trace.column.ColumnMemory;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.disk.FileStamp;
import dev.faultline.trace.disk.Scratch;
import dev.faultline.trace.disk.ScratchFiles;
import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;

/// Where traces lie that are read.
///
/// @param memory how much of it columns may take
/// @param files where columns go that memory does not hold; asked when it is needed
/// @param cache what is kept of large traces from one opening to the next
public record Storage(ColumnMemory memory, Supplier<? extends Scratch> files, IndexCache cache) {
    /// Memory as far as the machine has it, then the user's cache folder; with an index.
    public static final Storage OF_PROCESS = ofProcess(IndexCache.ofUser());

    /// Memory as far as the machine has it, then the user's cache folder.
    public static Storage ofProcess(IndexCache cache) {
        return new Storage(ColumnMemory.ofProcess(), ScratchFiles::ofUser, cache);
    }

    /// The same without an index.
    public Storage withoutIndex() {
        return new Storage(memory, files, IndexCache.NONE);
    }

    /// A place for a trace.
    ///
    /// @param content of the trace
    /// @param stamp of the file that the content lies in
    public TraceStore open(MemorySegment content, FileStamp stamp) {
        TraceIndex index = cache.of(content, stamp);
        return new TraceStore(new Slabs(memory, files), index);
    }
}

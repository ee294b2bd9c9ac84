package dev.faultline.trace;

import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.index.IndexCache;
import java.util.function.Supplier;

/// Where traces lie that are read.
///
/// @param slabs makes the room for a trace's columns
/// @param cache what is kept of large traces from one opening to the next
public record Storage(Supplier<Slabs> slabs, IndexCache cache) {
    /// Memory as far as the machine has it, then the user's cache folder; with an index.
    public static final Storage OF_PROCESS = new Storage(Slabs::new, IndexCache.ofUser());

    /// Without an index.
    public Storage(Supplier<Slabs> slabs) {
        this(slabs, IndexCache.NONE);
    }
}

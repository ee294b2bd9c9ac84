package dev.faultline.trace;

import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.index.IndexCache;
import java.util.function.Supplier;

/// Where traces lie that are read.
///
/// @param slabs makes the room for a trace's columns
/// @param cache what is kept of large traces from one opening to the next
/// @param check when rows that were kept are checked
public record Storage(Supplier<Slabs> slabs, IndexCache cache, Check check) {
    /// When rows that come from an index are checked; all else of it always is at once.
    public enum Check {
        /// When the trace is opened. Damage shows nowhere: the file is read instead.
        AT_ONCE,
        /// When somebody asks for a row, which then throws
        /// [dev.faultline.trace.index.DamagedIndexException] on damage. For those who mostly need none.
        WHEN_READ
    }

    /// Memory as far as the machine has it, then the user's cache folder; with an index.
    public static final Storage OF_PROCESS = new Storage(Slabs::new, IndexCache.ofUser());

    /// Everything checked when it is opened.
    public Storage(Supplier<Slabs> slabs, IndexCache cache) {
        this(slabs, cache, Check.AT_ONCE);
    }

    /// Without an index.
    public Storage(Supplier<Slabs> slabs) {
        this(slabs, IndexCache.NONE);
    }

    /// The same with another time of checking.
    public Storage checking(Check when) {
        return new Storage(slabs, cache, when);
    }
}

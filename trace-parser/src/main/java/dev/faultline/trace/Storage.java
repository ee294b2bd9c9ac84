package dev.faultline.trace;

import dev.faultline.trace.column.Slabs;
import java.util.function.Supplier;

/// Where traces lie that are read.
///
/// @param slabs makes the room for a trace's columns
public record Storage(Supplier<Slabs> slabs) {
    /// Memory as far as the machine has it, then the user's cache folder.
    public static final Storage OF_PROCESS = new Storage(Slabs::new);
}

package dev.faultline.trace.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Makes files for what does not fit into memory.
public interface Scratch {
    /// Where they lie.
    Path folder();

    /// A new empty file, open for reading and writing, gone when the channel is closed.
    ///
    /// @param purpose a word of small letters that becomes a part of its name
    FileChannel create(String purpose) throws IOException;
}

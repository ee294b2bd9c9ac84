package dev.faultline.trace.container;

import dev.faultline.trace.disk.FileStamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// The bytes of one trace, ready to be read. Closing frees them; nothing of them may be used afterwards.
///
/// @param name what to call it: the file's name, or `archive.zip!/inner.trace`; without control characters
/// @param bytes the trace, possibly with junk before its header
/// @param notices sentences about the packing, empty when it was sound
/// @param complete whether all of the packed data came out
/// @param memory frees the bytes
/// @param stamp of the file that the bytes are part of, [FileStamp#NONE] when they were unpacked
public record TraceSource(String name, MemorySegment bytes, List<String> notices, boolean complete, Memory memory,
        FileStamp stamp) implements AutoCloseable {

    /// What holds the bytes.
    @FunctionalInterface
    public interface Memory {
        void free() throws IOException;
    }

    public TraceSource {
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD");
        notices = List.copyOf(notices);
    }

    /// Bytes of no file.
    public TraceSource(String name, MemorySegment bytes, List<String> notices, boolean complete, Memory memory) {
        this(name, bytes, notices, complete, memory, FileStamp.NONE);
    }

    static TraceSource of(String name, MemorySegment bytes, Memory memory) {
        return new TraceSource(name, bytes, List.of(), true, memory);
    }

    /// The same source, told to be incomplete.
    TraceSource damaged(String notice) {
        return noting(notice, false);
    }

    TraceSource noting(String notice, boolean stillComplete) {
        List<String> more = new ArrayList<>(notices);
        more.add(notice);
        return new TraceSource(name, bytes, more, complete && stillComplete, memory, stamp);
    }

    @Override
    public void close() {
        try {
            memory.free();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": the temporary file could not be removed", e);
        }
    }
}

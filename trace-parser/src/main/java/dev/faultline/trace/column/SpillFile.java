package dev.faultline.trace.column;

import dev.faultline.trace.disk.Scratch;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A mapped temporary file for columns that memory would not hold: the system writes its pages out and drops them when
/// memory is short. Belongs to one thread at a time.
final class SpillFile implements AutoCloseable {
    /// What is written at once to make room.
    private static final int CHUNK = 1 << 20;

    private final Scratch files;
    private final FileChannel channel;
    private long size;

    private SpillFile(Scratch files, FileChannel channel) {
        this.files = files;
        this.channel = channel;
    }

    /// @throws StorageException when no file can be made
    static SpillFile in(Scratch files) {
        try {
            return new SpillFile(files, files.create("columns"));
        } catch (IOException e) {
            throw new StorageException("no temporary file can be made in " + files.folder(), e);
        }
    }

    /// More of the file, mapped. Its room on the disk is taken by writing: a mapped page that finds the disk full kills
    /// the process, a write only fails.
    ///
    /// @throws StorageException when the disk is full
    MemorySegment map(long bytes, Arena arena) {
        try {
            long from = size;
            reserve(from, bytes);
            size += bytes;
            return channel.map(FileChannel.MapMode.READ_WRITE, from, bytes, arena);
        } catch (IOException e) {
            throw new StorageException("the columns need more memory than there is, and there is no room for them in "
                    + files.folder() + " beyond " + (size >> 20) + " MB", e);
        }
    }

    private void reserve(long from, long bytes) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(CHUNK, bytes));
        for (long at = from; at < from + bytes;) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), from + bytes - at));
            at += channel.write(zeros, at);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StorageException("the temporary file of the columns could not be removed", e);
        }
    }
}

package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.column.ColumnMemory;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.disk.FullDisk;
import dev.faultline.trace.disk.Scratch;
import dev.faultline.trace.disk.ScratchFiles;
import dev.faultline.trace.mutation.Fingerprint;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.IndexCache;
import dev.faultline.trace.store.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Traces whose columns no memory holds.
class StorageTest {
    @TempDir
    private Path folder;

    static List<Path> traces() {
        return Stream.concat(Samples.v2().stream(), Samples.v1().stream()).toList();
    }

    private static Trace read(Path file, Scratch scratch) throws IOException {
        Storage spilling = new Storage(ColumnMemory.of(0), () -> scratch, IndexCache.NONE);
        return TraceReader.read(TraceSources.open(file, Limits.DEFAULT).getFirst(), Progress.NONE, RowListener.NONE,
                spilling);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void rowsInAFileAreTheSame(Path file) throws IOException {
        try (Trace inMemory = TraceReader.read(file, Progress.NONE);
                Trace inFile = read(file, ScratchFiles.in(folder))) {
            assertTrue(inFile.store().inFile() > 0);
            assertEquals(0, inFile.store().inMemory());
            assertEquals(Fingerprint.of(inMemory), Fingerprint.of(inFile));
        }
    }

    @Test
    void fullDiskFailsOneTraceOnly() throws IOException {
        Path file = traces().getFirst();
        try (Trace open = TraceReader.read(file, Progress.NONE)) {
            IOException e = assertThrows(IOException.class,
                    () -> read(file, new FullDisk(ScratchFiles.in(folder), 1 << 20)));
            assertTrue(e.getMessage().contains("No space left"), e::getMessage);
            assertTrue(open.events().size() > 0 && open.events().time(open.events().size() - 1) >= 0);
        }
    }
}

package dev.faultline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.column.ColumnMemory;
import dev.faultline.trace.disk.ScratchFiles;
import dev.faultline.trace.store.IndexCache;
import dev.faultline.trace.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Wherever a trace lies, its model says the same.
@Tag("slow")
class StorageTest {
    /// Parts of an index: trace, model, levels, summary, judgement.
    private static final int PARTS = 5;

    @TempDir
    private Path folder;

    /// Every third of them: each kind of part is in very many.
    static List<Path> traces() {
        List<Path> all = Samples.traces();
        return IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(all::get).toList();
    }

    private Storage cached() {
        return Storage.ofProcess(new IndexCache(folder, 1, 1L << 30, () -> 1));
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(p -> !p.getParent().equals(folder)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void placesMakeNoDifference(Path file) throws IOException {
        String want = ModelText.of(file, Storage.ofProcess(IndexCache.NONE));
        Storage spilled = new Storage(ColumnMemory.of(0), () -> ScratchFiles.in(folder), IndexCache.NONE);
        assertEquals(want, ModelText.of(file, spilled), "in a file");
        assertEquals(want, ModelText.of(file, cached()), "the first time with an index");
        assertEquals(PARTS, parts().size(), "the parts that are kept");
        assertEquals(want, ModelText.of(file, cached()), "from the index");
    }

    @Test
    void damagedPartsAreMadeAnew() throws IOException {
        Path file = Samples.trace("go1.27/nil-channel");
        String want = ModelText.of(file, cached());
        Random random = new Random(5);
        for (int i = 0; i < 70; i++) {
            Path part = parts().get(i % PARTS);
            byte[] bytes = Files.readAllBytes(part);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(part, bytes);
            assertEquals(want, ModelText.of(file, cached()), () -> "damaged " + part.getFileName());
            assertEquals(PARTS, parts().size());
        }
        assertTrue(parts().stream().noneMatch(p -> p.toString().endsWith(".tmp")));
    }
}

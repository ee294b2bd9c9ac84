package dev.faultline.trace.mutation;

import dev.faultline.trace.Generation;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Measures what is kept of damaged traces: `SalvageRun SEEDS FILE...` changes eight bytes at 5, 30, 50 and 80 % of each
/// file, at as many places near each as there are seeds, cuts it in half, and puts a line of text before its header. Prints
/// a row of a table for each file: the worst share of the events that is kept.
public final class SalvageRun {
    private static final int[] PERCENT = {5, 30, 50, 80};
    private static final int CHANGED = 8;
    /// Bytes that the places of the seeds lie apart at most.
    private static final int SPREAD = 4096;
    private static final byte[] LINE = "2026/01/02 03:04:05 listening on :8080\n".getBytes(StandardCharsets.US_ASCII);

    private SalvageRun() {
    }

    /// What came of a file.
    private record Kept(long events, long whole, int generations) {
        double of(Kept original) {
            return events / (double) original.events;
        }
    }

    public static void main(String[] args) throws IOException {
        int seeds = Integer.parseInt(args[0]);
        System.out.println("| trace | events | generations | bound | 5 % | 30 % | 50 % | 80 % | half: events | "
                + "half: whole generations | line before |");
        for (int i = 1; i < args.length; i++) {
            row(Path.of(args[i]), seeds);
        }
    }

    private static void row(Path path, int seeds) throws IOException {
        byte[] file = Files.readAllBytes(path);
        Kept original = read(file, 0, file.length);
        StringBuilder row = new StringBuilder("| ").append(path.getParent().getFileName()).append('/')
                .append(path.getFileName()).append(" | ").append(original.events).append(" | ")
                .append(original.generations);
        row.append(share(1 - 1.5 / original.generations));
        for (int percent : PERCENT) {
            double worst = 2;
            for (int seed = 0; seed < seeds; seed++) {
                worst = Math.min(worst, changed(file, percent, seed).of(original));
            }
            row.append(share(worst));
        }
        Kept half = read(file, 0, file.length / 2);
        row.append(share(half.of(original))).append(" | ").append(half.whole).append(" of ").append(half.generations);
        byte[] longer = new byte[LINE.length + file.length];
        System.arraycopy(LINE, 0, longer, 0, LINE.length);
        System.arraycopy(file, 0, longer, LINE.length, file.length);
        System.out.println(row + share(read(longer, 0, longer.length).of(original)) + " |");
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, " | %.3f", value);
    }

    private static Kept changed(byte[] file, int percent, int seed) throws IOException {
        Random random = new Random(31L * percent + seed);
        int near = (int) (file.length * (long) percent / 100);
        int at = Math.clamp(near + random.nextInt(SPREAD), 16, file.length - CHANGED);
        byte[] before = new byte[CHANGED];
        System.arraycopy(file, at, before, 0, CHANGED);
        for (int i = 0; i < CHANGED; i++) {
            file[at + i] ^= (byte) (1 + random.nextInt(255));
        }
        try {
            return read(file, 0, file.length);
        } finally {
            System.arraycopy(before, 0, file, at, CHANGED);
        }
    }

    private static Kept read(byte[] file, int from, int to) throws IOException {
        Arena arena = Arena.ofShared();
        MemorySegment bytes = arena.allocate(to - from);
        MemorySegment.copy(file, from, bytes, ValueLayout.JAVA_BYTE, 0, to - from);
        try (Trace trace = TraceReader.read(new TraceSource("damaged", bytes, List.of(), true, arena::close),
                Progress.NONE, RowListener.NONE)) {
            long whole = trace.generations().stream().filter(Generation::complete).count();
            return new Kept(trace.events().size(), whole, trace.generations().size());
        }
    }
}

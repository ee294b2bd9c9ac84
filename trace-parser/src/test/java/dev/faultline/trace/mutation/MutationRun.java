package dev.faultline.trace.mutation;

import dev.faultline.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Mutates traces, a number of times each, and reports what must not be. A run can be repeated: the n-th mutation of a
/// file depends on nothing but n and the file's name. A long run spreads its mutations so that each file costs about the
/// same: small files are mutated more often than large ones, and each at least once.
public final class MutationRun {
    static final Consumer<Trace> READING_IS_ALL = trace -> {
        // nothing more
    };
    private static final int MAX_REPORTED = 20;
    /// Size in bytes below which a file costs no less.
    private static final long SMALLEST = 8 << 10;

    private MutationRun() {
    }

    /// Runs mutations `from` to `to` of each file; gives what went wrong, at most a few.
    public static List<String> run(List<Path> files, int from, int to, Consumer<Trace> further) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            MutationCheck check = new MutationCheck(bytes, further);
            for (int n = from; n < to && wrong.size() < MAX_REPORTED; n++) {
                Mutation mutation = mutation(file, n, bytes.length);
                String place = file.getParent().getFileName() + "/" + file.getFileName() + " #" + n + " " + mutation;
                check.violations(mutation).forEach(v -> wrong.add(place + ": " + v));
            }
        }
        return wrong;
    }

    /// The n-th mutation of a file.
    static Mutation mutation(Path file, int n, int size) {
        return Mutation.random(new Random(31L * file.getFileName().toString().hashCode() + n), size);
    }

    /// How many of `count` mutations each file gets: in inverse proportion to its size.
    static int[] shares(int count, long[] sizes) {
        double whole = 0;
        for (long size : sizes) {
            whole += 1.0 / Math.max(SMALLEST, size);
        }
        int[] shares = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            shares[i] = (int) Math.ceil(count / (Math.max(SMALLEST, sizes[i]) * whole));
        }
        return shares;
    }

    /// `MutationRun COUNT FILE...`: spreads so many mutations over the files. Exits with 1 when something went wrong.
    public static void main(String[] args) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            files.add(Path.of(args[i]).toAbsolutePath());
        }
        System.exit(spread(Integer.parseInt(args[0]), files, READING_IS_ALL).isEmpty() ? 0 : 1);
    }

    /// Spreads so many mutations over files, at least one each, and prints how far it is; gives what went wrong.
    public static List<String> spread(int count, List<Path> files, Consumer<Trace> further) throws IOException {
        List<String> wrong = new ArrayList<>();
        long[] sizes = new long[files.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Files.size(files.get(i));
        }
        int[] shares = shares(count, sizes);
        long done = 0;
        for (int i = 0; i < shares.length; i++) {
            List<String> found = run(List.of(files.get(i)), 0, shares[i], further);
            found.forEach(System.out::println);
            wrong.addAll(found);
            done += shares[i];
            System.out.println(done + " mutations of " + (i + 1) + " files, " + wrong.size() + " violations");
        }
        return wrong;
    }
}

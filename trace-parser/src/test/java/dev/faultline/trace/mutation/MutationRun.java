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
/// file depends on nothing but n and the file's name.
public final class MutationRun {
    static final Consumer<Trace> READING_IS_ALL = trace -> {
        // nothing more
    };
    private static final int MAX_REPORTED = 20;

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

    /// `MutationRun COUNT FILE...`: spreads so many mutations over the files. Exits with 1 when something went wrong.
    public static void main(String[] args) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            files.add(Path.of(args[i]).toAbsolutePath());
        }
        int each = Math.ceilDiv(Integer.parseInt(args[0]), files.size());
        List<String> wrong = run(files, 0, each, READING_IS_ALL);
        wrong.forEach(System.out::println);
        System.out.println((long) each * files.size() + " mutations of " + files.size() + " files, " + wrong.size()
                + " violations" + (wrong.size() >= MAX_REPORTED ? " (stopped)" : ""));
        System.exit(wrong.isEmpty() ? 0 : 1);
    }
}

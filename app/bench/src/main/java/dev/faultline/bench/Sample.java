package dev.faultline.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/// The trace to measure with: the system property `trace`, or a sample of the repository.
final class Sample {
    private static final Path DEFAULT = Path.of("sample-traces", "go1.27", "goroutine-churn.trace");

    private Sample() {
    }

    static Path path() {
        String wanted = System.getProperty("trace");
        if (wanted != null) {
            return Path.of(wanted);
        }
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve(DEFAULT))) {
            root = root.getParent();
        }
        if (root == null) {
            throw new IllegalStateException("run inside the repository, or name a trace with -Dtrace=FILE");
        }
        return root.resolve(DEFAULT);
    }
}

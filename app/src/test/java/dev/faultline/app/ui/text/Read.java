package dev.faultline.app.ui.text;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;

/// Sample traces.
final class Read {
    private Read() {
    }

    /// @param name such as `go1.27/slow-leak`
    static Facts sample(String name) throws IOException {
        Path file = Path.of("..", "sample-traces", name + ".trace");
        return new Facts(ModelBuilder.build(TraceReader.read(file, Progress.NONE), Progress.NONE));
    }
}

package dev.faultline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.summary.SummaryJson;
import dev.faultline.trace.Progress;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Storage;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.column.ColumnMemory;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.disk.ScratchFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Models of traces that memory does not hold are those of traces that it does.
class SpilledTest {
    @TempDir
    private Path folder;

    static List<Path> traces() {
        return Samples.traces();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void modelInAFileIsTheSame(Path file) throws IOException {
        assertEquals(text(file, Storage.OF_PROCESS),
                text(file, new Storage(() -> new Slabs(ColumnMemory.of(0), () -> ScratchFiles.in(folder)))));
    }

    private static String text(Path file, Storage storage) throws IOException {
        try (Trace trace = TraceReader.read(TraceSources.open(file, Limits.DEFAULT).getFirst(), Progress.NONE,
                RowListener.NONE, storage)) {
            TraceModel model = ModelBuilder.build(trace, Progress.NONE);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SummaryJson.write(model, out);
            StringBuilder all = new StringBuilder(out.toString(StandardCharsets.UTF_8));
            for (int g = 0; g < model.goroutines().count(); g++) {
                Spans spans = model.spans(g);
                for (int i = 0; i < spans.size(); i++) {
                    all.append(spans.beginRow(i)).append(spans.state(i)).append(spans.endRow(i)).append('\n');
                }
            }
            for (int p = 0; p < model.procCount(); p++) {
                lane(model.procSpans(p), all);
            }
            for (int t = 0; t < trace.threads().size(); t++) {
                lane(model.threadSpans(t), all);
            }
            return all.toString();
        }
    }

    private static void lane(ProcSpans lane, StringBuilder all) {
        for (int i = 0; i < lane.size(); i++) {
            all.append(lane.start(i)).append(' ').append(lane.end(i)).append(' ').append(lane.goroutine(i))
                    .append('\n');
        }
    }
}

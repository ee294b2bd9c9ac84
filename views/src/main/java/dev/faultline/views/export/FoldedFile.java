package dev.faultline.views.export;

import dev.faultline.model.TraceModel;
import dev.faultline.views.flame.FlameQuery;
import dev.faultline.views.flame.FlameSource;
import dev.faultline.views.flame.FlameTree;
import dev.faultline.views.flame.Measure;
import dev.faultline.views.scale.TimeRange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes folded stacks, a line each: frames from the outermost to the innermost with `;` between them, a space, nanoseconds. The
/// first frame is the state or what was waited for, so that the lines are those of the flame graphs of blocked, running and
/// runnable time and of system calls.
public final class FoldedFile {
    private static final List<Measure> MEASURES = List.of(Measure.RUNNING, Measure.RUNNABLE, Measure.SYSCALL,
            Measure.BLOCKED);

    private FoldedFile() {
    }

    public static void write(TraceModel model, OutputStream out) throws IOException {
        TimeRange all = new TimeRange(0, model.durationNs());
        for (Measure measure : MEASURES) {
            write(new FlameSource(model).tree(FlameQuery.of(measure, all)), out);
        }
    }

    private static void write(FlameTree tree, OutputStream out) throws IOException {
        for (int node = 1; node < tree.size(); node++) {
            if (tree.self(node) > 0) {
                StringBuilder line = new StringBuilder();
                for (int at = node; at > 0; at = tree.parent(at)) {
                    line.insert(0, tree.name(at).replace(';', ':').replaceAll("\\s+", " ") + (at == node ? "" : ";"));
                }
                out.write((line + " " + tree.self(node) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}

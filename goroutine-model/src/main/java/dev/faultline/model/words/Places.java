package dev.faultline.model.words;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;

/// Places in code.
public final class Places {
    /// Stands for a place that the trace does not give.
    public static final String UNKNOWN = "unknown";

    private Places() {
    }

    /// Function and place: `main.(*pool).serve pool.go:42`. Without symbols the program counter: `0x47a3c0`; without that,
    /// too, [#UNKNOWN].
    public static String of(Frame frame) {
        String place = fileLine(frame);
        return place.isEmpty() ? function(frame) : function(frame) + " " + place;
    }

    /// The same with the file's whole path, on two lines as in Go's own stack dumps.
    public static String inDump(Frame frame) {
        return frame.file().isEmpty() ? function(frame) : function(frame) + "\n\t" + path(frame);
    }

    /// The function as Go writes it, else the program counter, else [#UNKNOWN].
    public static String function(Frame frame) {
        if (!frame.function().isEmpty()) {
            return frame.function();
        }
        return frame.pc() == 0 ? UNKNOWN : "0x" + Long.toHexString(frame.pc());
    }

    /// `pool.go:42`, empty when unknown.
    public static String fileLine(Frame frame) {
        return frame.file().isEmpty() ? "" : line(GoNames.file(frame.file()), frame.line());
    }

    /// `/home/u/app/pool.go:42`, empty when unknown.
    public static String path(Frame frame) {
        return frame.file().isEmpty() ? "" : line(frame.file(), frame.line());
    }

    private static String line(String file, int line) {
        return line > 0 ? file + ":" + line : file;
    }

    /// Where a group's goroutines are created: `main.serve spans.go:222`, empty when unknown.
    public static String creation(TraceModel model, GoroutineGroup group) {
        Stacks stacks = model.trace().stacks();
        int stack = group.creationStack();
        return stack <= 0 || stacks.depth(stack) == 0 ? "" : of(stacks.frame(stacks.frameId(stack, 0)));
    }
}

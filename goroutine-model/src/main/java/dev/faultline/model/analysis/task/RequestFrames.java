package dev.faultline.model.analysis.task;

import dev.faultline.model.analysis.code.Code;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.event.Stacks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which function of the program serves a request or runs a test, by the stack that a goroutine shows: of those that a
/// library calls to serve it, the innermost, so that what wraps all handlers names none.
final class RequestFrames {
    private static final int NOT_ASKED = -2;
    private static final int NONE = -1;

    private final Stacks stacks;
    private final Code code;
    /// Frame of the function by stack.
    private final int[] serving;

    RequestFrames(Stacks stacks, Code code) {
        this.stacks = stacks;
        this.code = code;
        serving = new int[stacks.size()];
        Arrays.fill(serving, NOT_ASKED);
    }

    /// The function that serves a request at a stack, null when it shows none.
    @Nullable
    String function(int stack) {
        int frame = serving[stack];
        if (frame == NOT_ASKED) {
            frame = find(stack);
            serving[stack] = frame;
        }
        return frame == NONE ? null : name(frame);
    }

    /// Whether a function is what calls the program's for one request or one test.
    static boolean calls(String function) {
        KnownFrame known = KnownFrames.all().find(function);
        return known != null && known.meaning() == Meaning.REQUEST;
    }

    private String name(int frame) {
        return stacks.frame(frame).function();
    }

    private int find(int stack) {
        int from = stacks.depth(stack) - 1;
        while (from >= 0 && !calls(name(stacks.frameId(stack, from)))) {
            from--;
        }
        int found = NONE;
        for (int d = from - 1; d >= 0; d--) {
            int frame = stacks.frameId(stack, d);
            if (!code.owner(frame).maybeOwn()) {
                continue;
            }
            int caller = stacks.frameId(stack, d + 1);
            boolean first = found == NONE;
            if (first || !code.owner(caller).maybeOwn() && handsOn(name(caller))) {
                found = frame;
            }
        }
        return found;
    }

    /// Whether a library's function passes a request on to the handler that it belongs to.
    private static boolean handsOn(String function) {
        return function.endsWith(".ServeHTTP") || function.endsWith(".Next");
    }
}

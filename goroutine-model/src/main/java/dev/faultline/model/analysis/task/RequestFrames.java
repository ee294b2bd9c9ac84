package dev.faultline.model.analysis.task;

import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.model.owner.Owners;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which function of the program serves a request or runs a test, by the stack that a goroutine shows: of those that a
/// library calls to serve it, the innermost, so that what wraps all handlers names none.
final class RequestFrames {
    /// What the gRPC compiler makes of a method, and the function in it that interceptors call.
    private static final Pattern GENERATED = Pattern.compile(".*\\._\\w+_\\w+_Handler(\\.func\\d+)?");
    private static final Serving NOBODY = new Serving("", 0, false, false);
    /// Where a test waits for its turn.
    private static final String PARALLEL = "testing.(*T).Parallel";

    private final Stacks stacks;
    private final Owners owners;
    /// By stack, null where it was not asked for.
    private final @Nullable Serving[] known;

    /// What a stack shows.
    ///
    /// @param function that serves the request or runs the test; empty where the stack shows none of the program's
    /// @param handOvers how often a request was passed on to it, 1 for what the server calls first; 0 where there is none
    /// @param within whether the server is busy with a request, or the testing package with a test
    /// @param test whether it is a test
    record Serving(String function, int handOvers, boolean within, boolean test) {}

    RequestFrames(Stacks stacks, Owners owners) {
        this.stacks = stacks;
        this.owners = owners;
        known = new Serving[stacks.size()];
    }

    /// What serves a request at a stack.
    Serving at(int stack) {
        Serving serving = known[stack];
        if (serving == null) {
            serving = find(stacks.frames(stack), owners);
            known[stack] = serving;
        }
        return serving;
    }

    /// Whether a function is what calls the program's for one request or one test.
    static boolean calls(String function) {
        KnownFrame known = KnownFrames.all().find(function);
        return known != null && known.meaning() == Meaning.REQUEST;
    }

    /// Whether a test waits at a stack until those may run that run in parallel.
    boolean waitsForItsTurn(int stack) {
        for (int d = 0; d < stacks.depth(stack); d++) {
            if (stacks.frame(stacks.frameId(stack, d)).function().equals(PARALLEL)) {
                return true;
            }
        }
        return false;
    }

    /// What serves a request, or runs as a test, at a stack.
    ///
    /// @param stack innermost frame first
    static Serving find(List<Frame> stack, Owners owners) {
        int from = stack.size() - 1;
        while (from >= 0 && !calls(stack.get(from).function())) {
            from--;
        }
        if (from < 0) {
            return NOBODY;
        }
        boolean test = stack.get(from).function().startsWith("testing.");
        String found = "";
        int handOvers = 0;
        for (int d = from - 1; d >= 0; d--) {
            Frame frame = stack.get(d);
            // a test may call handlers itself
            if (owners.maybeOwn(frame) && !generated(frame.function())
                    && (handOvers == 0 || !test && handedOn(stack.get(d + 1), owners))) {
                found = frame.function();
                handOvers++;
            }
        }
        return new Serving(found, handOvers, true, test);
    }

    /// Whether a caller passes requests on to the handlers that they belong to.
    private static boolean handedOn(Frame caller, Owners owners) {
        String function = caller.function();
        return generated(function) || !owners.maybeOwn(caller)
                && (function.endsWith(".ServeHTTP") || function.endsWith(".Next"));
    }

    private static boolean generated(String function) {
        return function.contains("_Handler") && GENERATED.matcher(function).matches();
    }
}

package dev.faultline.model.analysis.task;

import dev.faultline.model.analysis.code.Code;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.event.Stacks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which function of the program serves a request or runs a test, by the stack that a goroutine shows: of those that a
/// library calls to serve it, the innermost, so that what wraps all handlers names none.
final class RequestFrames {
    /// What the gRPC compiler makes of a method, and the function in it that interceptors call.
    private static final Pattern GENERATED = Pattern.compile(".*\\._\\w+_\\w+_Handler(\\.func\\d+)?");
    private static final Serving NOBODY = new Serving("", 0, false);

    private final Stacks stacks;
    private final Code code;
    /// By stack, null where it was not asked for.
    private final @Nullable Serving[] known;

    /// What a stack shows.
    ///
    /// @param function that serves the request or runs the test; empty where the stack shows none of the program's
    /// @param handOvers how often a request was passed on to it, 1 for what the server calls first; 0 where there is none
    /// @param within whether the server is busy with a request
    record Serving(String function, int handOvers, boolean within) {}

    RequestFrames(Stacks stacks, Code code) {
        this.stacks = stacks;
        this.code = code;
        known = new Serving[stacks.size()];
    }

    /// What serves a request at a stack.
    Serving at(int stack) {
        Serving serving = known[stack];
        if (serving == null) {
            serving = find(stack);
            known[stack] = serving;
        }
        return serving;
    }

    /// Whether a function is what calls the program's for one request or one test.
    static boolean calls(String function) {
        KnownFrame known = KnownFrames.all().find(function);
        return known != null && known.meaning() == Meaning.REQUEST;
    }

    private String name(int frame) {
        return stacks.frame(frame).function();
    }

    private Serving find(int stack) {
        int from = stacks.depth(stack) - 1;
        while (from >= 0 && !calls(name(stacks.frameId(stack, from)))) {
            from--;
        }
        if (from < 0) {
            return NOBODY;
        }
        // a test may call handlers itself
        boolean serves = !name(stacks.frameId(stack, from)).startsWith("testing.");
        String found = "";
        int handOvers = 0;
        for (int d = from - 1; d >= 0; d--) {
            int frame = stacks.frameId(stack, d);
            if (code.owner(frame).maybeOwn() && !generated(name(frame))
                    && (handOvers == 0 || serves && handedOn(stacks.frameId(stack, d + 1)))) {
                found = name(frame);
                handOvers++;
            }
        }
        return new Serving(found, handOvers, true);
    }

    /// Whether a caller passes requests on to the handlers that they belong to.
    private boolean handedOn(int caller) {
        String function = name(caller);
        return generated(function) || !code.owner(caller).maybeOwn()
                && (function.endsWith(".ServeHTTP") || function.endsWith(".Next"));
    }

    private static boolean generated(String function) {
        return function.contains("_Handler") && GENERATED.matcher(function).matches();
    }
}

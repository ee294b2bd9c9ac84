package dev.faultline.model.analysis.wait;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2LongMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What became of the function calls that started goroutines. A call that has returned, or runs only its deferred
/// functions any more, will use its channels and locks no more, and neither will a goroutine that has ended. Told from
/// the stacks that the creator shows afterwards: while a call lasts, all of them begin with the same outer frames.
public final class Activations {
    /// Stacks of this depth have lost their outer end.
    private static final int CUT_OFF = 128;

    /// What became of a call.
    public enum Fate {
        /// The creator is older than the trace.
        UNKNOWN,
        /// It goes on.
        LIVE,
        /// It has returned; the call that made it goes on.
        RETURNED,
        /// Its goroutine has ended, or it or the call that made it is running its deferred functions.
        OVER
    }

    private final Goroutines goroutines;
    private final Stacks stacks;
    private final Code code;
    private final Contacts contacts;
    private final Int2ObjectOpenHashMap<Later> laterOf = new Int2ObjectOpenHashMap<>();
    private final Map<Long, Boolean> inDefer = new HashMap<>();

    /// Finds the answers when asked, not here.
    public Activations(Goroutines goroutines, Stacks stacks, Code code, Contacts contacts) {
        this.goroutines = goroutines;
        this.stacks = stacks;
        this.code = code;
        this.contacts = contacts;
    }

    /// The fate of the call that contains the `go` statement of a goroutine.
    public Fate ofCreation(int goroutine) {
        int creator = goroutines.creator(goroutine);
        int stack = goroutines.creationStack(goroutine);
        if (creator < 0 || stack == 0) {
            return Fate.UNKNOWN;
        }
        return of(creator, stack, stacks.depth(stack), goroutines.bornNs(goroutine));
    }

    /// The fate of the call of the program's own in which a library started a goroutine: it holds what the library made for
    /// it, such as the rows of a query. [Fate#UNKNOWN] where the program has started the goroutine itself, too.
    public Fate ofHolder(int goroutine) {
        int creator = goroutines.creator(goroutine);
        int stack = goroutines.creationStack(goroutine);
        int own = creator < 0 ? 0 : code.ownDepth(stack);
        return own <= 0 ? Fate.UNKNOWN : of(creator, stack, stacks.depth(stack) - own, goroutines.bornNs(goroutine));
    }

    /// The fate of a call.
    ///
    /// @param goroutine index of the goroutine in which it was made
    /// @param stack a stack in which it stands
    /// @param height its number in that stack counted from the outermost frame, which is 1
    /// @param timeNs when the stack was seen
    public synchronized Fate of(int goroutine, int stack, int height, long timeNs) {
        if (goroutines.ended(goroutine)) {
            return Fate.OVER;
        }
        if (stacks.depth(stack) >= CUT_OFF) {
            return Fate.LIVE;
        }
        Later later = laterOf.computeIfAbsent(goroutine, key -> new Later(contacts.stacksOf(key)));
        int standing = Math.min(height, later.leastShared(stack, timeNs));
        if (later.latestNs > timeNs && standing > 0 && inDefer(later.latest, standing)) {
            return Fate.OVER;
        }
        return standing < height ? Fate.RETURNED : Fate.LIVE;
    }

    /// The stacks that a goroutine showed, by the time at which each was seen last.
    private final class Later {
        private final int[] stack;
        private final long[] ns;
        private final Int2ObjectOpenHashMap<int[]> shared = new Int2ObjectOpenHashMap<>();
        private int latest;
        private long latestNs = -1;

        Later(Int2LongOpenHashMap seen) {
            for (Int2LongMap.Entry entry : seen.int2LongEntrySet()) {
                if (stacks.depth(entry.getIntKey()) < CUT_OFF && entry.getLongValue() > latestNs) {
                    latestNs = entry.getLongValue();
                    latest = entry.getIntKey();
                }
            }
            stack = seen.keySet().intStream().filter(s -> stacks.depth(s) < CUT_OFF).toArray();
            IntArrays.mergeSort(stack, (a, b) -> Long.compare(seen.get(a), seen.get(b)));
            ns = Arrays.stream(stack).mapToLong(seen::get).toArray();
        }

        /// The fewest calls that a stack has in common with one of those that were seen after a time.
        int leastShared(int with, long afterNs) {
            int first = Arrays.binarySearch(ns, afterNs);
            int at = first < 0 ? -first - 1 : first;
            while (at < ns.length && ns[at] <= afterNs) {
                at++;
            }
            return at == ns.length ? Integer.MAX_VALUE : shared.computeIfAbsent(with, this::leastShared)[at];
        }

        /// The same for each of the stacks as the first one.
        private int[] leastShared(int with) {
            int[] least = new int[stack.length];
            int fewest = Integer.MAX_VALUE;
            for (int i = stack.length - 1; i >= 0; i--) {
                fewest = Math.min(fewest, shared(with, stack[i]));
                least[i] = fewest;
            }
            return least;
        }
    }

    /// Number of calls, counted from the outermost, that two stacks of a goroutine have in common: the same line in all
    /// but the last, in which only the function must be the same.
    public int shared(int a, int b) {
        int da = stacks.depth(a);
        int db = stacks.depth(b);
        int n = 0;
        while (n < da && n < db) {
            int fa = stacks.frameId(a, da - 1 - n);
            int fb = stacks.frameId(b, db - 1 - n);
            if (stacks.function(fa) != stacks.function(fb)) {
                break;
            }
            n++;
            if (code.placeOf(fa) != code.placeOf(fb)) {
                break;
            }
        }
        return n;
    }

    /// Whether the call at a height has come to its deferred functions: it calls a closure of its own from a line that is
    /// behind all others that it was ever seen at. A program's main function does not count: there the program ends.
    private boolean inDefer(int stack, int height) {
        return inDefer.computeIfAbsent((long) stack << 32 | height, key -> looksDeferred(stack, height));
    }

    private boolean looksDeferred(int stack, int height) {
        int depth = stacks.depth(stack);
        if (height >= depth) {
            return false;
        }
        var caller = stacks.frame(stacks.frameId(stack, depth - height));
        var callee = stacks.frame(stacks.frameId(stack, depth - height - 1));
        String own = caller.function();
        if (own.equals("main.main") || !callee.function().startsWith(own + ".")) {
            return false;
        }
        String rest = callee.function().substring(own.length() + 1);
        if (rest.startsWith("deferwrap")) {
            return true;
        }
        return rest.startsWith("func") && caller.line() > callee.line() && behindAll(own, caller.line());
    }

    /// Whether no frame of a function or of a closure within it has a later line.
    private boolean behindAll(String function, int line) {
        for (int f = 0; f < stacks.frameCount(); f++) {
            var frame = stacks.frame(f);
            if (frame.line() > line
                    && (frame.function().equals(function) || frame.function().startsWith(function + ".func"))) {
                return false;
            }
        }
        return true;
    }
}

package dev.faultline.model.analysis.code;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.model.owner.Owner;
import dev.faultline.model.owner.Owners;
import dev.faultline.model.owner.Packages;
import dev.faultline.model.words.Places;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import java.util.function.Predicate;

/// What the frames of a trace are in terms of the program: whose code, at which place. Answers are kept per frame, since a
/// trace has few distinct frames and many stacks.
public final class Code {
    /// Between the runtime and the frame of a call of C stand no more frames.
    private static final int DEEPEST_CALL_OF_C = 4;

    private final Stacks stacks;
    private final Supplier<Owners> owners;
    /// By frame, what its import path alone tells: that is known as soon as the frame is.
    private byte[] kinds = {};
    private int[] ownFrames = {};
    private int[] places = {};
    private int stacksKnown;
    private int framesKnown;
    private final Object2IntOpenHashMap<String> placeIds = new Object2IntOpenHashMap<>();

    /// Answers for the frames that one trace has now.
    public Code(Stacks stacks) {
        this.stacks = stacks;
        owners = Suppliers.memoize(() -> KnownFrames.owners(stacks));
        ensure(stacks.size());
    }

    /// Looks at the frames that have come meanwhile.
    ///
    /// @param stackCount stacks have ids below
    public void ensure(int stackCount) {
        int old = ownFrames.length;
        if (stackCount > old) {
            ownFrames = Arrays.copyOf(ownFrames, Math.max(stackCount, old * 3 / 2));
            Arrays.fill(ownFrames, old, ownFrames.length, -2);
        }
        stacksKnown = Math.max(stacksKnown, stackCount);
        int frames = stacks.frameCount();
        if (frames > kinds.length) {
            int size = Math.max(frames, kinds.length * 3 / 2);
            kinds = Arrays.copyOf(kinds, size);
            places = Arrays.copyOf(places, size);
        }
        for (; framesKnown < frames; framesKnown++) {
            kinds[framesKnown] = (byte) Packages.kind(stacks.frame(framesKnown)).ordinal();
            String place = place(framesKnown);
            placeIds.putIfAbsent(place, placeIds.size());
            places[framesKnown] = placeIds.getInt(place);
        }
    }

    /// Stacks with ids below have been looked at; meanwhile there may be more.
    int stacksKnown() {
        return stacksKnown;
    }

    public boolean isRuntime(int frame) {
        return kinds[frame] == Owner.RUNTIME.ordinal();
    }

    /// Whether the frame belongs to the standard library or the runtime.
    public boolean isStandard(int frame) {
        return kinds[frame] <= Owner.STANDARD.ordinal();
    }

    /// Whose code a frame is. To be asked for when all stacks are there.
    public Owner owner(int frame) {
        return owners.get().of(stacks.frame(frame));
    }

    /// The frame id of the program's own innermost frame of a stack; a library's when it has none of its own, then the
    /// innermost outside the runtime, then the innermost; -1 for the empty stack.
    public int ownFrame(int stack) {
        int known = ownFrames[stack];
        if (known == -2) {
            known = findOwn(stack);
            ownFrames[stack] = known;
        }
        return known;
    }

    private int findOwn(int stack) {
        int depth = stacks.depth(stack);
        int best = -1;
        int rank = -1;
        for (int d = 0; d < depth; d++) {
            int frame = stacks.frameId(stack, d);
            int of = Owners.rank(owner(frame));
            if (of > rank) {
                best = frame;
                rank = of;
            }
        }
        return best;
    }

    /// How deep in a stack its innermost frame stands that may be the program's own, -1 when it has none.
    public int ownDepth(int stack) {
        for (int d = 0; d < stacks.depth(stack); d++) {
            if (owner(stacks.frameId(stack, d)).maybeOwn()) {
                return d;
            }
        }
        return -1;
    }

    /// The innermost frame outside of Go's own packages, or of those nearest to that. Other than [#ownFrame(int)] this does
    /// not depend on what stacks come later, so that places can be numbered while a trace is read.
    int outerFrame(int stack) {
        int depth = stacks.depth(stack);
        int best = -1;
        for (int d = 0; d < depth; d++) {
            int frame = stacks.frameId(stack, d);
            if (best < 0 || kinds[frame] > kinds[best]) {
                best = frame;
            }
        }
        return best;
    }

    /// A number for function, file and line of a frame, equal for frames that differ in nothing but the program counter;
    /// -1 for -1.
    public int placeOf(int frame) {
        return frame < 0 ? -1 : places[frame];
    }

    /// A frame for people: `main.worker.func1 pool.go:42`, only the file's own name.
    public String place(int frame) {
        if (frame < 0) {
            return Places.UNKNOWN;
        }
        return Places.of(stacks.frame(frame));
    }

    /// The program's own innermost frame of a stack for people.
    public String ownPlace(int stack) {
        return place(ownFrame(stack));
    }

    /// Whether a stack has a frame of such a function.
    public boolean hasFunction(int stack, Predicate<String> function) {
        int depth = stacks.depth(stack);
        for (int d = 0; d < depth; d++) {
            if (function.test(stacks.frame(stacks.frameId(stack, d)).function())) {
                return true;
            }
        }
        return false;
    }

    /// How deep in a stack the function of C stands that it is in, -1 when it is in none. The frame is the one that cgo makes
    /// for the call, `main._Cfunc_open`; where that was inlined it is the caller's: no system call is made by other packages
    /// than Go's own and golang.org/x/sys.
    public int callOfC(int stack) {
        for (int d = 0; d < Math.min(DEEPEST_CALL_OF_C, stacks.depth(stack)); d++) {
            if (isMadeByCgo(stacks.frameId(stack, d))) {
                return d;
            }
        }
        int innermost = stacks.depth(stack) == 0 ? -1 : stacks.frameId(stack, 0);
        return innermost < 0 || isStandard(innermost)
                || stacks.frame(innermost).function().startsWith("golang.org/x/sys/") ? -1 : 0;
    }

    private boolean isMadeByCgo(int frame) {
        String function = stacks.frame(frame).function();
        return function.contains("._Cfunc_") || function.contains("._C2func_");
    }

    /// The place that calls a function of C, for people.
    ///
    /// @param depth as [#callOfC] tells it
    public String callerOfC(int stack, int depth) {
        int frame = stacks.frameId(stack, depth);
        return place(isMadeByCgo(frame) && depth + 1 < stacks.depth(stack)
                ? stacks.frameId(stack, depth + 1)
                : frame);
    }
}

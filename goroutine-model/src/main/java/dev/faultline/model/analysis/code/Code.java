package dev.faultline.model.analysis.code;

import dev.faultline.model.words.Places;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Whose code a frame is: Go's runtime, its standard library, a library, or the program's own. Answers are kept per
/// frame, since a trace has few distinct frames and many stacks.
public final class Code {
    private static final Set<String> STANDARD = Set.of("archive", "arena", "bufio", "bytes", "cmp", "compress",
            "container", "context", "crypto", "database", "debug", "embed", "encoding", "errors", "expvar", "flag",
            "fmt", "go", "hash", "html", "image", "index", "internal", "io", "iter", "log", "maps", "math", "mime",
            "net", "os", "path", "plugin", "reflect", "regexp", "runtime", "slices", "sort", "strconv", "strings",
            "structs", "sync", "syscall", "testing", "text", "time", "type:", "unicode", "unique", "unsafe", "vendor",
            "weak");
    /// Whose code a function is.
    public enum Owner {
        /// The program's: package main.
        OWN,
        /// Go's runtime or standard library, or a library that the path of the file shows as one.
        LIBRARY,
        /// The trace does not tell: packages of the program's module, or of a module whose sources lie beside it.
        UNKNOWN
    }

    private static final byte RUNTIME = 1;
    private static final byte STD = 2;
    private static final byte LIBRARY = 3;
    private static final byte OWN = 4;
    private static final byte UNKNOWN = 5;

    private final Stacks stacks;
    private byte[] kinds = {};
    private int[] ownFrames = {};
    private int[] places = {};
    private int stacksKnown;
    private int framesKnown;
    private final Object2IntOpenHashMap<String> placeIds = new Object2IntOpenHashMap<>();

    /// Answers for the frames that one trace has now.
    public Code(Stacks stacks) {
        this.stacks = stacks;
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
            kinds[framesKnown] = classify(stacks.frame(framesKnown));
            String place = place(framesKnown);
            placeIds.putIfAbsent(place, placeIds.size());
            places[framesKnown] = placeIds.getInt(place);
        }
    }

    /// Stacks with ids below have been looked at; meanwhile there may be more.
    int stacksKnown() {
        return stacksKnown;
    }

    private static byte classify(Frame frame) {
        String function = frame.function();
        String path = packagePath(function);
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        if (path.isEmpty() || path.equals("runtime") || path.startsWith("runtime/internal")
                || path.startsWith("internal/runtime")) {
            return RUNTIME;
        }
        if (STANDARD.contains(first)) {
            return STD;
        }
        String file = frame.file();
        if (path.equals("main")) {
            return OWN;
        }
        boolean foreign = first.equals("golang.org") || file.contains("/vendor/") || file.contains("/pkg/mod/")
                || file.contains("@v");
        return foreign ? LIBRARY : UNKNOWN;
    }

    /// The import path of a function's package: `net/http` for `net/http.(*conn).serve`.
    public static String packagePath(String function) {
        int dot = function.indexOf('.', function.lastIndexOf('/', bracket(function)) + 1);
        return dot < 0 ? function : function.substring(0, dot);
    }

    /// Type arguments may hold slashes of their own.
    private static int bracket(String function) {
        int at = function.indexOf('[');
        return at < 0 ? function.length() : at;
    }

    public boolean isRuntime(int frame) {
        return kinds[frame] == RUNTIME;
    }

    /// Whether the frame belongs to the standard library or the runtime.
    public boolean isStandard(int frame) {
        return kinds[frame] <= STD;
    }

    /// Whose code a frame is.
    public static Owner owner(Frame frame) {
        return owner(classify(frame));
    }

    /// Whose code a frame is.
    public Owner owner(int frame) {
        return owner(kinds[frame]);
    }

    /// How near a frame is to the program's own code; what may be the program's own is as near as what is.
    private static int rank(byte kind) {
        return Math.min(kind, OWN);
    }

    private static Owner owner(byte kind) {
        return switch (kind) {
            case OWN -> Owner.OWN;
            case UNKNOWN -> Owner.UNKNOWN;
            default -> Owner.LIBRARY;
        };
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
        for (int d = 0; d < depth; d++) {
            int frame = stacks.frameId(stack, d);
            if (best < 0 || rank(kinds[frame]) > rank(kinds[best])) {
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

    /// What [#ownFrame(int)] says of a stack, for one that is at hand without its id; null for the empty stack.
    public static @Nullable Frame ownFrame(List<Frame> stack) {
        Frame best = null;
        for (Frame frame : stack) {
            if (best == null || rank(classify(frame)) > rank(classify(best))) {
                best = frame;
            }
        }
        return best;
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
}

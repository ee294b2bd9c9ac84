package dev.faultline.model.analysis;

import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2LongMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;

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

    private final Lives lives;
    private final Stacks stacks;
    private final Code code;
    private final Contacts contacts;

    Activations(Lives lives, Stacks stacks, Code code, Contacts contacts) {
        this.lives = lives;
        this.stacks = stacks;
        this.code = code;
        this.contacts = contacts;
    }

    /// The fate of the call that contains the `go` statement of a goroutine.
    public Fate ofCreation(int goroutine) {
        int creator = lives.creator(goroutine);
        int stack = lives.creationStack(goroutine);
        if (creator < 0 || stack == 0) {
            return Fate.UNKNOWN;
        }
        return of(creator, stack, stacks.depth(stack), lives.bornNs(goroutine));
    }

    /// The fate of a call.
    ///
    /// @param goroutine index of the goroutine in which it was made
    /// @param stack a stack in which it stands
    /// @param height its number in that stack counted from the outermost frame, which is 1
    /// @param timeNs when the stack was seen
    public Fate of(int goroutine, int stack, int height, long timeNs) {
        if (lives.ended(goroutine)) {
            return Fate.OVER;
        }
        if (stacks.depth(stack) >= CUT_OFF) {
            return Fate.LIVE;
        }
        int standing = height;
        int latest = 0;
        long latestTime = timeNs;
        Int2LongOpenHashMap later = contacts.stacksOf(goroutine);
        for (Int2LongMap.Entry entry : later.int2LongEntrySet()) {
            if (entry.getLongValue() > timeNs && stacks.depth(entry.getIntKey()) < CUT_OFF) {
                standing = Math.min(standing, shared(stack, entry.getIntKey()));
                if (entry.getLongValue() > latestTime) {
                    latestTime = entry.getLongValue();
                    latest = entry.getIntKey();
                }
            }
        }
        if (latest != 0 && standing > 0 && inDefer(goroutine, latest, Math.min(standing, height))) {
            return Fate.OVER;
        }
        return standing < height ? Fate.RETURNED : Fate.LIVE;
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
            if (!stacks.frame(fa).function().equals(stacks.frame(fb).function())) {
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
    private boolean inDefer(int goroutine, int stack, int height) {
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

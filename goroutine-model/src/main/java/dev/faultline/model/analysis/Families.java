package dev.faultline.model.analysis;

import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Stacks;

/// Which goroutines were created by the same call.
public final class Families {
    private final Lives lives;
    private final Stacks stacks;
    private final Code code;
    private final int mainGoroutine;

    Families(TraceModel model, Lives lives, Code code) {
        this.lives = lives;
        this.stacks = model.trace().stacks();
        this.code = code;
        this.mainGoroutine = model.goroutines().indexOf(1);
    }

    /// The program's main goroutine.
    public boolean isMain(int goroutine) {
        return goroutine == mainGoroutine && goroutine >= 0;
    }

    /// Whether two goroutines were started by the same call of the same function, as far as the stacks tell: same
    /// creator, same outer frames, same function.
    public boolean siblings(int a, int b) {
        if (lives.creator(a) < 0 || lives.creator(a) != lives.creator(b)) {
            return false;
        }
        return callOfCreation(a) == callOfCreation(b);
    }

    /// A number for the function that contains a goroutine's `go` statement with the lines of all calls around it.
    public int callOfCreation(int goroutine) {
        int stack = lives.creationStack(goroutine);
        int depth = stacks.depth(stack);
        if (depth == 0) {
            return 0;
        }
        int hash = stacks.frame(stacks.frameId(stack, 0)).function().hashCode();
        for (int d = 1; d < depth; d++) {
            hash = hash * 31 + code.placeOf(stacks.frameId(stack, d));
        }
        return hash;
    }

    /// The place of a goroutine's `go` statement.
    public int placeOfCreation(int goroutine) {
        int stack = lives.creationStack(goroutine);
        return stack == 0 ? -1 : code.placeOf(stacks.frameId(stack, 0));
    }
}

package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.BitSet;

/// Who may hold a lock that nobody was ever seen to release: kinship says nothing of that. It is a goroutine that lives and
/// has been at one thing since before the wait for the lock began, in a system call, or waiting for the network or a
/// channel, somewhere in the program's code. Loops wait for their work in the function that they run, and known idle
/// connections hold nothing.
final class LockHolders {
    private final StuckInput input;
    private final Goroutines goroutines;
    private final Stacks stacks;
    private final IntList busy = new IntArrayList();

    /// @param alive goroutines that are not stuck
    LockHolders(StuckInput input, BitSet alive) {
        this.input = input;
        goroutines = input.model().goroutines();
        stacks = input.model().trace().stacks();
        for (int g = 0; g < goroutines.count(); g++) {
            if (alive.get(g) && !goroutines.ended(g) && !goroutines.system(g) && input.timing().exists(g)
                    && !input.timing().observers().contains(g) && mayHold(g)) {
                busy.add(g);
            }
        }
    }

    private boolean mayHold(int g) {
        int stack = input.timing().stack(g);
        KnownFrame known = input.knownPlaces().of(stack);
        int own = input.code().ownDepth(stack);
        if (own < 0 || known != null && known.meaning().outside()) {
            return false;
        }
        WaitKind wait = input.timing().waits(g) ? input.timing().wait(g) : WaitKind.NONE;
        return switch (wait.role()) {
            case CHANNEL, SYNC -> own < stacks.depth(stack) - 1;
            default -> wait == WaitKind.NETWORK || !input.timing().waits(g);
        };
    }

    /// Whether somebody may hold the lock that a goroutine waits for.
    boolean mayHold(OpenWait w) {
        SiteWait site = w.site() < 0 ? null : input.timing().waitsAt(w.site());
        boolean released = site != null && site.wakes().total() > 0;
        return w.object() == WaitObject.MUTEX && !released
                && busy.intStream().anyMatch(g -> g != w.goroutine() && input.timing().sinceNs(g) < w.sinceNs());
    }
}

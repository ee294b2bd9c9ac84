package dev.faultline.model.analysis.wait;

import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.sweep.WakeLog;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;

/// Whom goroutines found waiting on the other side of a channel when they came to a place. A sender that finds a receiver does not wait itself, so the log of those who were woken at that place does not
/// show who takes what it sends; the receiver that it woke does.
public final class Exchanges {
    private static final WakeLog NONE = new WakeLog();

    private final WaitSites sites;
    private final int[] waitsAt;
    private final Int2ObjectOpenHashMap<WakeLog> bySite = new Int2ObjectOpenHashMap<>();

    Exchanges(WaitSites sites, int goroutines) {
        this.sites = sites;
        waitsAt = new int[goroutines];
    }

    /// A goroutine begins to wait for a channel; a stack of 0 when for something else.
    void waits(int goroutine, int stack) {
        waitsAt[goroutine] = stack;
    }

    /// One goroutine wakes another.
    void wakes(int by, int stack, int woken, long ns) {
        int site = sites.of(stack);
        if (site >= 0 && waitsAt[woken] != 0) {
            bySite.computeIfAbsent(site, key -> new WakeLog()).add(by, woken, waitsAt[woken], ns, ns);
        }
    }

    /// The latest at a site: as targets those who came, as wakers those who waited for them, with the stacks of the latter.
    public WakeLog at(int site) {
        return bySite.getOrDefault(site, NONE);
    }
}

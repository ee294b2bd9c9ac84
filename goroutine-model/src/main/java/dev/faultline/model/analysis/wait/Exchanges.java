package dev.faultline.model.analysis.wait;

import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.sweep.WakeLog;
import org.jspecify.annotations.Nullable;

/// Whom goroutines found waiting on the other side of a channel when they came to a place. A sender that finds a receiver
/// does not wait itself, so the log of those who were woken at that place does not show who takes what it sends; the
/// receiver that it woke does.
public final class Exchanges {
    private static final WakeLog NONE = new WakeLog();

    private final WaitSites sites;
    private final int[] waitsAt;
    /// By site, null where there were none.
    private final @Nullable WakeLog[] bySite;

    Exchanges(WaitSites sites, int goroutines) {
        this.sites = sites;
        waitsAt = new int[goroutines];
        bySite = new WakeLog[sites.count()];
    }

    /// A goroutine begins to wait for a channel; a stack of 0 when for something else.
    void waits(int goroutine, int stack) {
        waitsAt[goroutine] = stack;
    }

    /// One goroutine wakes another.
    void wakes(int by, int stack, int woken, long ns) {
        int site = sites.of(stack);
        if (site >= 0 && waitsAt[woken] != 0) {
            WakeLog log = bySite[site];
            if (log == null) {
                log = new WakeLog();
                bySite[site] = log;
            }
            log.add(by, woken, waitsAt[woken], ns, ns);
        }
    }

    /// The latest at a site: as targets those who came, as wakers those who waited for them, with the stacks of the latter.
    public WakeLog at(int site) {
        WakeLog log = site < 0 ? null : bySite[site];
        return log == null ? NONE : log;
    }
}

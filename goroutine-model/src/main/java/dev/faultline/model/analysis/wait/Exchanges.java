package dev.faultline.model.analysis.wait;

import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.timing.WakeLog;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Whom goroutines found waiting on the other side of a channel when they came to a place. A sender that finds a receiver
/// does not wait itself, so the log of those who were woken at that place does not show who takes what it sends; the
/// receiver that it woke does.
public final class Exchanges {
    private static final WakeLog NONE = new WakeLog();

    private final WaitSites sites;
    /// By site, null where there were none.
    private @Nullable WakeLog[] bySite = {};

    /// @param sites may still grow
    Exchanges(WaitSites sites) {
        this.sites = sites;
    }

    /// Makes room for the sites that there are now.
    void ensure() {
        if (sites.count() > bySite.length) {
            bySite = Arrays.copyOf(bySite, Math.max(sites.count(), bySite.length * 3 / 2));
        }
    }

    /// One goroutine wakes another.
    ///
    /// @param waitedAt stack at which that one waited for a channel, 0 when for something else
    void wakes(int by, int stack, int woken, int waitedAt, long ns) {
        int site = sites.of(stack);
        if (site >= 0 && waitedAt != 0) {
            WakeLog log = bySite[site];
            if (log == null) {
                log = new WakeLog();
                bySite[site] = log;
            }
            log.add(by, woken, waitedAt, ns, ns);
        }
    }

    /// The latest at a site: as targets those who came, as wakers those who waited for them, with the stacks of the latter.
    public WakeLog at(int site) {
        WakeLog log = site < 0 || site >= bySite.length ? null : bySite[site];
        return log == null ? NONE : log;
    }
}

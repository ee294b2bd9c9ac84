package dev.faultline.model.rules.blocking;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;

/// What goroutines waited for in a phase, idle time left out. Whoever waits for a lock is blocked. At a channel or a condition a
/// goroutine is blocked if it is busy otherwise; else waiting there for its next item, trigger or tick is what it is there
/// for.
final class BlockedPhase {
    /// Who runs for less than this share of the time outside the phase is idle by nature.
    private static final double BUSY = 0.5;

    private final Facts facts;
    private final long fromNs;
    private final long toNs;

    BlockedPhase(Facts facts, long fromNs, long toNs) {
        this.facts = facts;
        this.fromNs = fromNs;
        this.toNs = toNs;
    }

    /// Time blocked in the phase, summed over goroutines, as far as the latest waits of each site tell.
    double blockedNs() {
        return facts.timing().waits().stream().filter(this::onOthers).mapToDouble(this::blockedNs).sum();
    }

    private boolean onOthers(SiteWait wait) {
        return switch (wait.object()) {
            case SEND, RECEIVE, SELECT, MUTEX, CONDITION -> facts.knownPlaces().of(wait.stack()) == null
                    && !facts.waitSites().ofTests(wait.site());
            default -> false;
        };
    }

    private long blockedNs(SiteWait wait) {
        WakeLog wakes = wait.wakes();
        long blocked = 0;
        for (int i = 0; i < wakes.size(); i++) {
            long ns = Math.min(toNs, wakes.endNs(i)) - Math.max(fromNs, wakes.beginNs(i));
            boolean byTimer = wakes.waker(i) == WakeLog.RUNTIME;
            if (ns > 0 && (wait.object() == WaitObject.MUTEX || !byTimer && busyOtherwise(wakes.target(i)))) {
                blocked += ns;
            }
        }
        return blocked;
    }

    private boolean busyOtherwise(int g) {
        Goroutines goroutines = facts.model().goroutines();
        long within = Math.max(0, Math.min(toNs, goroutines.endNs(g)) - Math.max(fromNs, goroutines.bornNs(g)));
        long outside = goroutines.lifeNs(g) - within;
        return outside > 0 && goroutines.runningNs(g) + goroutines.runnableNs(g) >= BUSY * outside;
    }
}

package dev.faultline.model.analysis.timing;

import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.model.analysis.measure.SlidingWindows;
import dev.faultline.model.analysis.measure.Survival;
import org.jspecify.annotations.Nullable;

/// All waits, or all system calls, at one site.
public final class SiteWait {
    /// A wait that has not ended is no longer one of the site's usual ones after so many times the longest of those.
    private static final long STUCK = 10;

    private final int site;
    private final WaitKind kind;
    private final WaitObject object;
    private final int stack;
    private final Histogram times = new Histogram();
    private final Histogram bounds = new Histogram();
    private final Histogram timers = new Histogram();
    private final Longest longest;
    private final WakeLog wakes = new WakeLog();
    private final SlidingWindows windows = new SlidingWindows();
    private long openNs;
    private int openCount;
    private @Nullable Survival survival;
    private long byRuntime;
    private int waiting;
    private int mostWaiting;

    SiteWait(int site, WaitKind kind, WaitObject object, int stack, int longest) {
        this.site = site;
        this.kind = kind;
        this.object = object;
        this.stack = stack;
        this.longest = new Longest(longest);
    }

    void begin() {
        waiting++;
        mostWaiting = Math.max(mostWaiting, waiting);
    }

    void end(int goroutine, long from, long to, int atStack) {
        waiting--;
        times.add(to - from);
        longest.offer(goroutine, from, to, atStack);
        if (object == WaitObject.MUTEX) {
            windows.add(from, to);
        }
    }

    /// A wait that the end of the trace cuts off. One that lasts out of all proportion is stuck and counts for nothing here.
    void open(long from, long to) {
        if (times.count() == 0 || to - from > STUCK * times.max()) {
            return;
        }
        openCount++;
        openNs += to - from;
        if (object == WaitObject.MUTEX) {
            windows.add(from, to);
        }
    }

    /// A wait that a timer ended.
    void timer(long ns) {
        timers.add(ns);
    }

    /// A wait of which only a part was seen.
    void lastsAtLeast(long ns) {
        bounds.add(ns);
    }

    void woken(int goroutine, int by, int wakerStack, long from, long to) {
        wakes.add(goroutine, by, wakerStack, from, to);
        byRuntime += by == WakeLog.RUNTIME ? 1 : 0;
    }

    /// See [WaitSites].
    public int site() {
        return site;
    }

    /// The trace's reason; [WaitKind#NONE] for system calls.
    public WaitKind kind() {
        return kind;
    }

    /// What is waited for.
    public WaitObject object() {
        return object;
    }

    /// A stack of the site.
    public int stack() {
        return stack;
    }

    /// How long they last, with those that began before the trace or have not ended at its end.
    public synchronized Survival survival() {
        Survival known = survival;
        if (known == null || known.ended() != times.count() || known.unended() != bounds.count()) {
            known = Survival.of(times, bounds);
            survival = known;
        }
        return known;
    }

    /// Lengths of those that began and ended in the trace.
    public Histogram times() {
        return times;
    }

    /// Time waited in those that have not ended, as far as the trace goes; those left out that are stuck.
    public long openNs() {
        return openNs;
    }

    /// Time waited at the site, [#openNs] included, nanoseconds.
    public long totalNs() {
        return times.sum() + openNs;
    }

    /// Whether goroutines wait there for a mutex.
    public boolean isLock() {
        return object == WaitObject.MUTEX;
    }

    /// Number of waits that have not ended; those left out that are stuck.
    public int openCount() {
        return openCount;
    }

    /// Waits for locks over time, those included that have not ended.
    public SlidingWindows windows() {
        return windows;
    }

    /// Lengths of those among them that a timer ended.
    public Histogram timers() {
        return timers;
    }

    /// The longest of them.
    public Longest longest() {
        return longest;
    }

    /// Who ended them.
    public WakeLog wakes() {
        return wakes;
    }

    /// How many of them no goroutine ended, but a timer or the network.
    public long byRuntime() {
        return byRuntime;
    }

    /// Most goroutines that waited there at a time.
    public int mostWaiting() {
        return mostWaiting;
    }
}

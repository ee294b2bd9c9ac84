package dev.faultline.model.analysis;

import dev.faultline.model.WaitKind;

/// All finished waits at one site.
public final class SiteWait {
    private final int site;
    private final WaitKind kind;
    private final WaitObject object;
    private final int stack;
    private final Histogram times = new Histogram();
    private final Longest longest = new Longest(20);
    private long byRuntime;
    private int waiting;
    private int mostWaiting;
    private long mostWaitingNs;

    SiteWait(int site, WaitKind kind, WaitObject object, int stack) {
        this.site = site;
        this.kind = kind;
        this.object = object;
        this.stack = stack;
    }

    void begin(long ns) {
        waiting++;
        if (waiting > mostWaiting) {
            mostWaiting = waiting;
            mostWaitingNs = ns;
        }
    }

    void end(int goroutine, long from, long to, int atStack) {
        waiting--;
        times.add(to - from);
        longest.offer(goroutine, from, to, atStack);
    }

    void wokenByRuntime() {
        byRuntime++;
    }

    /// See [WaitSites].
    public int site() {
        return site;
    }

    public WaitKind kind() {
        return kind;
    }

    public WaitObject object() {
        return object;
    }

    /// A stack of the site.
    public int stack() {
        return stack;
    }

    /// Lengths of the finished waits.
    public Histogram times() {
        return times;
    }

    /// The longest of them.
    public Longest longest() {
        return longest;
    }

    /// How many of them no goroutine ended, but a timer or the network.
    public long byRuntime() {
        return byRuntime;
    }

    /// Most goroutines that waited there at a time.
    public int mostWaiting() {
        return mostWaiting;
    }

    /// When so many waited.
    public long mostWaitingNs() {
        return mostWaitingNs;
    }

    /// Goroutines that still wait there at the end.
    public int stillWaiting() {
        return waiting;
    }
}

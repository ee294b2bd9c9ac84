package dev.faultline.model.analysis.timing;

import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Waits, or system calls, gathered by site.
final class SiteWaits {
    private final WaitSites sites;
    private final Stacks stacks;
    private final int longest;
    private @Nullable SiteWait[] bySite;
    /// First wake-ups of goroutines that had waited since before the trace at an unknown site.
    private final Int2ObjectOpenHashMap<WakeLog> early = new Int2ObjectOpenHashMap<>();

    /// @param longest of each site so many of the longest are kept
    SiteWaits(WaitSites sites, Stacks stacks, int longest) {
        this.longest = longest;
        this.sites = sites;
        this.stacks = stacks;
        bySite = new SiteWait[sites.count()];
    }

    /// Makes room for the sites that there are now.
    void ensure() {
        if (sites.count() > bySite.length) {
            bySite = Arrays.copyOf(bySite, Math.max(sites.count(), bySite.length * 3 / 2));
        }
    }

    /// A goroutine begins to wait at a stack; returns its site, -1 when unknown.
    int begin(int g, int stack, WaitKind kind) {
        int site = sites.of(stack);
        if (site < 0) {
            return site;
        }
        SiteWait at = bySite[site];
        if (at == null) {
            at = new SiteWait(site, kind, WaitObject.of(kind, stack, stacks), stack, longest);
            bySite[site] = at;
        }
        at.begin();
        WakeLog first = early.isEmpty() ? null : early.remove(g);
        if (first != null) {
            at.woken(g, first.waker(0), first.stack(0), 0, first.endNs(0));
        }
        return site;
    }

    /// A wait at a site that the end of the trace cuts off.
    void open(int site, long from, long to) {
        SiteWait at = at(site);
        if (at != null) {
            at.open(from, to);
            at.lastsAtLeast(to - from);
        }
    }

    /// A timer ended a wait.
    void timer(Longest.Stretch wait, int site) {
        SiteWait at = at(site);
        if (at != null) {
            at.timer(wait.durationNs());
        }
    }

    /// A wait at a site of which only a part was seen.
    void lastsAtLeast(int site, long ns) {
        SiteWait at = at(site);
        if (at != null) {
            at.lastsAtLeast(ns);
        }
    }

    /// Somebody woke a goroutine that waited at a site.
    ///
    /// @param from begin of the wait, negative when before the trace
    void woken(int g, int site, Waker by, long from) {
        SiteWait at = at(site);
        if (at != null) {
            at.woken(g, by.goroutine(), by.stack(), Math.max(0, from), by.ns());
        } else if (from < 0) {
            // where it waited is not known, or not yet as a site; taken for the site where it waits next
            early.computeIfAbsent(g, key -> new WakeLog()).add(g, by.goroutine(), by.stack(), 0, by.ns());
        }
    }

    /// @param goroutine index of who woke, [WakeLog#RUNTIME] when none did
    /// @param stack its stack
    /// @param ns when
    record Waker(int goroutine, int stack, long ns) {}

    /// What is known of a site, null where nobody waited.
    @Nullable
    SiteWait at(int site) {
        return site < 0 || site >= bySite.length ? null : bySite[site];
    }

    List<SiteWait> all() {
        List<SiteWait> list = new ArrayList<>();
        for (SiteWait at : bySite) {
            if (at != null) {
                list.add(at);
            }
        }
        return list;
    }
}

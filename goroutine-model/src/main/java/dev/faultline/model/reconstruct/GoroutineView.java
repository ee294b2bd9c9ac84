package dev.faultline.model.reconstruct;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.faultline.model.Goroutines;
import dev.faultline.model.WaitKind;
import dev.faultline.model.replay.EntryNames;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventStore;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;

/// What is known of each goroutine once the pass over the trace is done.
final class GoroutineView implements Goroutines {
    private final Trace trace;
    private final EventStore events;
    private final GoroutineColumns columns;
    private final WaitTotals waits;
    private final Int2LongOpenHashMap knownSince;
    private final Int2LongOpenHashMap blockedSince;
    /// When goroutines vanished in a part of the trace that is missing.
    private final Int2LongOpenHashMap lostAt;
    private final EntryNames names;
    private final WaitReasons reasons;
    private final Supplier<Groups> groups;
    private final Supplier<Buckets> children;

    GoroutineView(Trace trace, GoroutineBuilder built) {
        this.trace = trace;
        events = trace.events();
        columns = built.columns;
        waits = built.waits;
        knownSince = built.knownSince;
        blockedSince = built.blockedSince;
        lostAt = built.vanishedAt;
        reasons = built.reasons;
        names = new EntryNames(trace.stacks(), trace.strings());
        groups = Suppliers.memoize(() -> Groups.of(this, trace.stacks()));
        children = Suppliers.memoize(() -> new Buckets(count(), count(), this::creator));
    }

    Groups groups() {
        return groups.get();
    }

    @Override
    public int count() {
        return trace.goroutines().size();
    }

    @Override
    public long id(int g) {
        return trace.goroutines().id(g);
    }

    @Override
    public int indexOf(long id) {
        return trace.goroutines().indexOf(id);
    }

    @Override
    public String name(int g) {
        return names.name(columns.entryStack[g]);
    }

    @Override
    public String shownName(int g) {
        return columns.onlyTold.get(g) ? "" : name(g);
    }

    @Override
    public int entryStack(int g) {
        return columns.entryStack[g];
    }

    @Override
    public int nameId(int g) {
        return names.id(columns.entryStack[g]);
    }

    @Override
    public boolean system(int g) {
        return names.system(columns.entryStack[g]);
    }

    @Override
    public boolean bornBefore(int g) {
        return columns.creationRow[g] < 0;
    }

    /// Since when the state has lasted that a goroutine was first found in, where no event tells of its creation.
    long knownSince(int g) {
        return knownSince.get(g);
    }

    @Override
    public long bornNs(int g) {
        int row = columns.creationRow[g];
        return row < 0 ? knownSince.get(g) : events.time(row);
    }

    @Override
    public long endNs(int g) {
        int row = columns.endRow[g];
        if (row >= 0) {
            return events.time(row);
        }
        return lostAt.getOrDefault(g, trace.durationNs());
    }

    @Override
    public boolean ended(int g) {
        return columns.endRow[g] >= 0 || lostAt.containsKey(g);
    }

    @Override
    public long firstRunNs(int g) {
        int row = columns.firstRunRow[g];
        return row < 0 ? -1 : events.time(row);
    }

    @Override
    public int creator(int g) {
        int row = columns.creationRow[g];
        return row < 0 ? trace.earlier().creator(g) : events.goroutine(row);
    }

    @Override
    public int creationStack(int g) {
        int row = columns.creationRow[g];
        return row < 0 ? trace.earlier().creationStack(g) : events.stack(row);
    }

    @Override
    public int creationRow(int g) {
        return columns.creationRow[g];
    }

    @Override
    public IntList children(int g) {
        return IntLists.unmodifiable(children.get().of(g));
    }

    @Override
    public int group(int g) {
        return groups.get().ofGoroutine(g);
    }

    @Override
    public long runningNs(int g) {
        return columns.running[g];
    }

    @Override
    public long runnableNs(int g) {
        return columns.runnable[g];
    }

    @Override
    public long syscallNs(int g) {
        return columns.syscall[g];
    }

    @Override
    public long syscallBlockedNs(int g) {
        return columns.syscallBlocked[g];
    }

    @Override
    public long lostProcNs(int g) {
        return blockedSince.getOrDefault(g, -1L);
    }

    @Override
    public int changes(int g) {
        return columns.transitions[g];
    }

    @Override
    public void waits(int g, WaitVisitor visitor) {
        for (int node = columns.waits[g]; node != 0; node = waits.next(node)) {
            int cause = waits.cause(node);
            visitor.wait(reasons.string(WaitReasons.reason(cause)), WaitReasons.kind(cause), waits.ns(node));
        }
    }

    @Override
    public long waitingNs(int g, WaitKind kind) {
        long sum = 0;
        for (int node = columns.waits[g]; node != 0; node = waits.next(node)) {
            if (WaitReasons.kind(waits.cause(node)) == kind) {
                sum += waits.ns(node);
            }
        }
        return sum;
    }
}

package dev.faultline.model.cut;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.Earlier;
import dev.faultline.trace.event.Ids;

/// What the whole trace knows of the time before a stretch. The stretch has indices of goroutines of its own; stacks and
/// strings are the same.
final class KnownBefore implements Earlier {
    private final Goroutines whole;
    private final Tasks tasks;
    private final Ids own;
    private final long fromNs;
    private final long originNs;

    /// @param own the goroutines of the stretch
    KnownBefore(TraceModel whole, Ids own, long fromNs) {
        this.whole = whole.goroutines();
        this.own = own;
        tasks = whole.tasks();
        this.fromNs = fromNs;
        originNs = whole.trace().originNs() + fromNs;
    }

    @Override
    public long originNs() {
        return originNs;
    }

    @Override
    public int creator(int goroutine) {
        int creator = whole.creator(whole.indexOf(own.id(goroutine)));
        return creator < 0 ? -1 : own.indexOf(whole.id(creator));
    }

    @Override
    public int creationStack(int goroutine) {
        return whole.creationStack(whole.indexOf(own.id(goroutine)));
    }

    @Override
    public int taskName(long id) {
        int task = tasks.indexOfId(id);
        return task < 0 ? 0 : tasks.nameId(task);
    }

    @Override
    public long taskParent(long id) {
        int task = tasks.indexOfId(id);
        return task < 0 ? 0 : tasks.parent(task);
    }

    @Override
    public boolean taskEnded(long id) {
        int task = tasks.indexOfId(id);
        return task >= 0 && tasks.ended(task) && tasks.endNs(task) < fromNs;
    }
}

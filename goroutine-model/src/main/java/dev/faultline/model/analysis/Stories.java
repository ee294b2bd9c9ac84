package dev.faultline.model.analysis;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.gc.Restarts;
import dev.faultline.model.analysis.sweep.Sweep;
import dev.faultline.model.analysis.wait.Encounters;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventType;

/// The other pass over all events: whom each goroutine met, and when the world was started again. Needs nothing of the [Sweep], which
/// measures how long each state lasted, so that both go at the same time.
final class Stories {
    private final Encounters encounters;
    private final Restarts restarts = new Restarts();

    Stories(TraceModel model, WaitSites sites) {
        encounters = new Encounters(model, sites);
        read(model.trace().events().cursor(0, model.trace().events().size()));
    }

    private void read(EventCursor e) {
        while (e.next()) {
            switch (e.type()) {
                case GO_BLOCK -> encounters.blocks(e);
                case GO_UNBLOCK -> encounters.wakes(e);
                case GO_STOP, GO_SYSCALL_BEGIN -> encounters.shows(e);
                case GO_START, GO_SYSCALL_END, GO_SYSCALL_END_BLOCKED -> {
                    // tells nothing of others
                }
                default -> other(e);
            }
        }
    }

    private void other(EventCursor e) {
        if (e.type() == EventType.PROCS_CHANGE) {
            restarts.add(e);
        }
        switch (e.type()) {
            case GO_CREATE, GO_CREATE_BLOCKED, GO_CREATE_SYSCALL, STW_BEGIN, GC_BEGIN, PROCS_CHANGE, USER_TASK_BEGIN,
                    USER_TASK_END, USER_REGION_BEGIN, USER_REGION_END, USER_LOG ->
                encounters.shows(e);
            default -> {
                // shows nobody's own stack
            }
        }
    }

    Encounters encounters() {
        return encounters;
    }

    Restarts restarts() {
        return restarts;
    }
}

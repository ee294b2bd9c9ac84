package dev.faultline.model.analysis;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.gc.Restarts;
import dev.faultline.model.analysis.life.Lives;
import dev.faultline.model.analysis.sweep.Sweep;
import dev.faultline.model.analysis.task.TaskContexts;
import dev.faultline.model.analysis.wait.Encounters;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.event.EventCursor;

/// The other pass over all events: who lived when, for which task, and whom one met. Needs nothing of the [Sweep], which
/// measures how long each state lasted, so that both go at the same time.
final class Stories {
    private final Lives lives;
    private final TaskContexts contexts;
    private final Encounters encounters;
    private final Restarts restarts = new Restarts();

    Stories(TraceModel model, WaitSites sites) {
        Slabs room = model.trace().events().room();
        lives = new Lives(model.goroutines(), model.durationNs(), room);
        contexts = new TaskContexts(lives, room);
        encounters = new Encounters(model, sites, lives);
        read(model.trace().events().cursor(0, model.trace().events().size()));
        lives.close();
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
        switch (e.type()) {
            case GO_CREATE, GO_CREATE_BLOCKED, GO_CREATE_SYSCALL -> {
                lives.create(e, e.time());
                contexts.create(e.subject(), e.goroutine());
            }
            case GO_DESTROY, GO_DESTROY_SYSCALL -> lives.end(e.subject(), e.time());
            case GO_SWITCH_DESTROY -> {
                if (e.goroutine() >= 0) {
                    lives.end(e.goroutine(), e.time());
                }
            }
            case USER_REGION_BEGIN -> contexts.beginRegion(e);
            case USER_REGION_END -> contexts.endRegion(e);
            case USER_TASK_BEGIN -> contexts.beginTask(e);
            case USER_TASK_END -> contexts.endTask(e);
            case PROCS_CHANGE -> restarts.add(e);
            default -> {
                // tells of nobody's life
            }
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

    Lives lives() {
        return lives;
    }

    TaskContexts contexts() {
        return contexts;
    }

    Encounters encounters() {
        return encounters;
    }

    Restarts restarts() {
        return restarts;
    }
}

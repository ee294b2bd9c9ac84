package dev.faultline.model.analysis;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.task.ServingPass;
import dev.faultline.model.analysis.timing.LevelPass;
import dev.faultline.model.analysis.timing.StateLevels;
import dev.faultline.model.analysis.timing.Timing;
import dev.faultline.model.analysis.timing.TimingPass;
import dev.faultline.model.analysis.wait.LifePass;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.trace.RowListener.Parts;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.Effect.Edge;
import dev.faultline.trace.format.Effect.Metric;
import dev.faultline.trace.format.Effect.Note;
import dev.faultline.trace.format.Effect.RangeKind;
import dev.faultline.trace.progress.Progress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Listens to the replay for all that the rules ask of every event, [TimingPass], [LifePass] and [ServingPass], and for what
/// charts ask where they are wanted, [LevelPass].
final class AnalysisPass implements Transitions {
    private final Code code;
    private final WaitSites sites;
    private final TimingPass timing;
    private final LifePass life;
    private final ServingPass serving;
    private final @Nullable LevelPass levels;
    private Optional<Timing> result = Optional.empty();

    private AnalysisPass(Replay replay, TimingPass timing, ServingPass serving, WaitSites sites, Code code,
            @Nullable LevelPass levels) {
        this.code = code;
        this.sites = sites;
        this.timing = timing;
        this.serving = serving;
        life = new LifePass(replay.states(), sites);
        this.levels = levels;
    }

    /// One that is to listen while a trace is read.
    ///
    /// @param expectedNs when the trace is expected to end
    /// @param charts whether to count what charts of the whole trace show
    static AnalysisPass during(Replay replay, Parts parts, long expectedNs, boolean charts) {
        Stacks stacks = parts.stacks();
        Strings strings = parts.strings();
        Code code = new Code(stacks);
        WaitSites sites = new WaitSites(stacks, code);
        return new AnalysisPass(replay, new TimingPass(replay, stacks, strings, sites, expectedNs),
                new ServingPass(replay, stacks), sites, code,
                charts ? new LevelPass(replay, stacks, strings, expectedNs) : null);
    }

    /// Replays a whole trace.
    static AnalysisPass over(TraceModel model, WaitSites sites, Code code) {
        Trace trace = model.trace();
        Replay replay = Replay.of(trace);
        AnalysisPass pass = new AnalysisPass(replay,
                new TimingPass(replay, trace.stacks(), trace.strings(), sites, trace.durationNs()),
                new ServingPass(replay, trace.stacks()), sites, code, null);
        replay.to(pass);
        replay.accept(trace, Progress.NONE);
        return pass.finish(trace);
    }

    /// The last event has been told of.
    AnalysisPass finish(Trace trace) {
        result = Optional.of(timing.finish(trace));
        return this;
    }

    Code code() {
        return code;
    }

    WaitSites sites() {
        return sites;
    }

    Timing timing() {
        return result.orElseThrow();
    }

    LifePass life() {
        return life;
    }

    ServingPass serving() {
        return serving;
    }

    /// What charts of the whole trace show; none where that was not wanted, or could not be counted along the way.
    Optional<StateLevels> levels(TraceModel model) {
        return levels == null ? Optional.empty() : levels.finish(model);
    }

    @Override
    public void generation(long startNs, int goroutines, int stacks) {
        code.ensure(stacks);
        sites.ensure(stacks);
        timing.generation(startNs, goroutines, stacks);
        if (levels != null) {
            levels.generation(startNs, goroutines, stacks);
        }
        life.generation(startNs, goroutines, stacks);
    }

    @Override
    public void gap(long startNs) {
        timing.gap(startNs);
    }

    @Override
    public void created(EventCursor e, int goroutine) {
        life.created(e, goroutine);
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        timing.moved(e, slot, to, cause, ns);
        if (levels != null) {
            levels.moved(e, slot, to, cause, ns);
        }
        life.moved(e, slot, to, cause, ns);
        serving.moved(e, slot, to, cause, ns);
    }

    @Override
    public void told(EventCursor e, int slot, int to, int cause, long since) {
        timing.told(e, slot, to, cause, since);
        if (levels != null) {
            levels.told(e, slot, to, cause, since);
        }
        serving.told(e, slot, to, cause, since);
    }

    @Override
    public void repeated(EventCursor e, int slot) {
        timing.repeated(e, slot);
    }

    @Override
    public void lostProc(int slot, long ns) {
        timing.lostProc(slot, ns);
    }

    @Override
    public void procMoved(EventCursor e, int proc, int from, int to) {
        timing.procMoved(e, proc, from, to);
    }

    @Override
    public void range(EventCursor e, RangeKind kind, Edge edge) {
        timing.range(e, kind, edge);
        life.range(e, kind, edge);
    }

    @Override
    public void region(EventCursor e, Edge edge) {
        timing.region(e, edge);
        life.region(e, edge);
    }

    @Override
    public void task(EventCursor e, Edge edge) {
        timing.task(e, edge);
        life.task(e, edge);
    }

    @Override
    public void metric(EventCursor e, Metric metric) {
        timing.metric(e, metric);
        life.metric(e, metric);
    }

    @Override
    public void noted(EventCursor e, Note note) {
        timing.noted(e, note);
        life.noted(e, note);
    }

    @Override
    public void other(EventCursor e) {
        timing.other(e);
    }
}

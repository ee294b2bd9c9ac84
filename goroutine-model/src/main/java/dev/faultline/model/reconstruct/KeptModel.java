package dev.faultline.model.reconstruct;

import com.google.common.base.Supplier;
import dev.faultline.model.GoState;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Metric;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.Regions;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.SpanWindow;
import dev.faultline.model.Spans;
import dev.faultline.model.Tally;
import dev.faultline.model.Task;
import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitProfile;
import dev.faultline.model.owner.Owners;
import dev.faultline.trace.Trace;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.List;
import java.util.Optional;

/// A model that is kept in its trace's index and taken from there when it is first asked for more than the trace says
/// itself.
///
/// @param whose tells whose code is whose; for that the trace's stacks are enough
/// @param model takes it, once
record KeptModel(Trace trace, Supplier<Owners> whose, Supplier<TraceModel> model) implements TraceModel {
    @Override
    public long durationNs() {
        return trace.durationNs();
    }

    @Override
    public Goroutines goroutines() {
        return model.get().goroutines();
    }

    @Override
    public Owners owners() {
        return whose.get();
    }

    @Override
    public Spans spans(int goroutine) {
        return model.get().spans(goroutine);
    }

    @Override
    public Spans spans(int goroutine, IntList rows) {
        return model.get().spans(goroutine, rows);
    }

    @Override
    public SpanWindow spansBetween(long fromNs, long toNs) {
        return model.get().spansBetween(fromNs, toNs);
    }

    @Override
    public GoState firstState(int goroutine) {
        return model.get().firstState(goroutine);
    }

    @Override
    public SpanCursor allSpans() {
        return model.get().allSpans();
    }

    @Override
    public List<GoroutineGroup> groups() {
        return model.get().groups();
    }

    @Override
    public int procCount() {
        return model.get().procCount();
    }

    @Override
    public ProcSpans procSpans(int proc) {
        return model.get().procSpans(proc);
    }

    @Override
    public List<Range> ranges() {
        return model.get().ranges();
    }

    @Override
    public List<Range> ranges(Range.Kind kind) {
        return model.get().ranges(kind);
    }

    @Override
    public Tasks tasks() {
        return model.get().tasks();
    }

    @Override
    public Optional<Task> backgroundTask() {
        return model.get().backgroundTask();
    }

    @Override
    public Regions regions() {
        return model.get().regions();
    }

    @Override
    public IntList incompleteRegions() {
        return model.get().incompleteRegions();
    }

    @Override
    public int[] mismatchedRegionEnds() {
        return model.get().mismatchedRegionEnds();
    }

    @Override
    public List<Metric> metrics() {
        return model.get().metrics();
    }

    @Override
    public int[] cpuSampleRows() {
        return model.get().cpuSampleRows();
    }

    @Override
    public int[] logRows() {
        return model.get().logRows();
    }

    @Override
    public int[] labelRows() {
        return model.get().labelRows();
    }

    @Override
    public int inheritedRegion(int goroutine) {
        return model.get().inheritedRegion(goroutine);
    }

    @Override
    public int inheritedTask(int goroutine) {
        return model.get().inheritedTask(goroutine);
    }

    @Override
    public ProcSpans threadSpans(int thread) {
        return model.get().threadSpans(thread);
    }

    @Override
    public MutatorUtilization mutatorUtilization() {
        return model.get().mutatorUtilization();
    }

    @Override
    public WaitProfile profile(WaitProfile.Kind kind) {
        return model.get().profile(kind);
    }

    @Override
    public Tally tally() {
        return model.get().tally();
    }
}

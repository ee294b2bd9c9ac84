package dev.faultline.views.timeline.density;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.TraceModel;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.lane.AsyncCache;
import dev.faultline.views.timeline.lane.Mix;
import dev.faultline.views.timeline.row.Section;
import dev.faultline.views.timeline.row.Thing;
import java.util.BitSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Counts of goroutines by state, for the whole program and for sections, made in the background. One pass over the
/// trace counts the program and all goroutine groups; a close-up of the visible time is counted again when it is much
/// finer.
public final class Densities {
    private static final String PART = "states";
    private static final int LEAST_BUCKETS = 4_096;
    private static final int MOST_BUCKETS = 1 << 18;
    private static final int EVENTS_PER_BUCKET = 64;
    private static final int CLOSE_BUCKETS = 2_048;
    private static final int SECTION_BUCKETS = 1_024;
    /// Buckets of all groups together.
    private static final int GROUP_BUCKETS = 400_000;
    private static final int KEPT = 200;
    /// Few, so that what was passed by while zooming is not counted at all.
    private static final int CLOSE_KEPT = 3;
    /// A section of more goroutines is counted in a pass over the whole trace, not goroutine by goroutine.
    private static final int MANY = 5_000;
    /// A close-up pays when the whole's parts are wider than this many px.
    private static final double COARSE_PX = 3;

    private final TraceModel model;
    private final AsyncCache<All> all;
    private final AsyncCache<Density> sections;
    private final AsyncCache<Density> closeUps;
    private final TimeRange whole;

    /// What one pass counts, and where in the program's buckets each of its goroutines lived.
    record All(Density program, Density[] groups, int[] born, int[] ended) {}

    /// @param worker counts
    /// @param ready is called on the worker when something new can be drawn
    public Densities(TraceModel model, Executor worker, Runnable ready) {
        this.model = model;
        all = new AsyncCache<>(worker, ready, 1);
        sections = new AsyncCache<>(worker, ready, KEPT);
        closeUps = new AsyncCache<>(worker, ready, CLOSE_KEPT);
        whole = new TimeRange(0, Math.max(1, model.durationNs()));
    }

    /// All goroutines of the program itself, over the whole trace; null while they are being counted.
    public @Nullable Density program() {
        All counted = all();
        return counted == null ? null : counted.program();
    }

    private @Nullable All all() {
        return all.get("all", () -> model.trace().store().part(PART, new DensitiesCodec(), this::count));
    }

    /// The finest counts there are for a visible range of the program's goroutines.
    ///
    /// @param nsPerPx scale at which they are drawn
    public @Nullable Density program(TimeRange visible, double nsPerPx) {
        Density coarse = program();
        if (coarse == null || (double) whole.durationNs() / coarse.buckets() <= COARSE_PX * nsPerPx) {
            return coarse;
        }
        // steps of a part of the view, so that panning asks for a new one only now and then
        long step = Math.max(1, Long.highestOneBit(visible.durationNs()) / 2);
        long from = Math.floorDiv(visible.fromNs(), step) * step;
        TimeRange asked = new TimeRange(from, from + step * 6).within(whole);
        All counted = all();
        Density close = counted == null ? null : closeUps.get(asked, () -> closeUp(counted, asked));
        return close != null ? close : coarse;
    }

    /// The goroutines of a section over the whole trace; null while they are being counted.
    public @Nullable Density section(Section section) {
        GoroutineGroup group = section.group();
        if (group != null && group.members().size() == section.size()) {
            All counted = all();
            return counted == null ? null : counted.groups()[group.index()];
        }
        return sections.get(section, () -> count(section));
    }

    private All count() {
        Goroutines goroutines = model.goroutines();
        int groups = model.groups().size();
        int buckets = Math.clamp(GROUP_BUCKETS / Math.max(1, groups), 32, SECTION_BUCKETS);
        DensitySum program = new DensitySum(whole,
                Math.clamp(model.trace().events().size() / EVENTS_PER_BUCKET, LEAST_BUCKETS,
                        MOST_BUCKETS));
        DensitySum[] byGroup = new DensitySum[groups];
        for (int i = 0; i < groups; i++) {
            byGroup[i] = new DensitySum(whole, buckets);
        }
        // looked up once, not for each of millions of spans
        int[] groupOf = new int[goroutines.count()];
        BitSet own = new BitSet(groupOf.length);
        for (int g = 0; g < groupOf.length; g++) {
            groupOf[g] = goroutines.group(g);
            // the runtime's own goroutines idle most of the time and would hide what the program does
            own.set(g, !goroutines.system(g));
        }
        SpanCursor span = model.allSpans();
        while (span.next()) {
            int slot = Mix.slot(Role.of(span.state(), span.kind()));
            if (slot >= 0) {
                if (own.get(span.goroutine())) {
                    program.add(slot, span.start(), span.end());
                }
                byGroup[groupOf[span.goroutine()]].add(slot, span.start(), span.end());
            }
        }
        Density[] counted = new Density[groups];
        for (int i = 0; i < groups; i++) {
            counted[i] = byGroup[i].finish();
        }
        return lives(program.finish(), counted);
    }

    private All lives(Density program, Density[] groups) {
        Goroutines goroutines = model.goroutines();
        int[] born = new int[goroutines.count()];
        int[] ended = new int[born.length];
        for (int g = 0; g < born.length; g++) {
            boolean own = !goroutines.system(g);
            born[g] = own ? program.bucket(goroutines.bornNs(g)) : MOST_BUCKETS;
            ended[g] = own ? program.bucket(goroutines.endNs(g)) : 0;
        }
        return new All(program, groups, born, ended);
    }

    private Density closeUp(All counted, TimeRange range) {
        int from = counted.program().bucket(range.fromNs());
        int to = counted.program().bucket(range.toNs());
        DensitySum sum = new DensitySum(range, CLOSE_BUCKETS);
        for (int g = 0; g < counted.born().length; g++) {
            if (counted.born()[g] <= to && counted.ended()[g] >= from) {
                sum.add(model.spans(g));
            }
        }
        return sum.finish();
    }

    private Density count(Section section) {
        if (section.size() <= MANY) {
            Density.Members members = new Density.Members(section.size(), i -> goroutine(section, i));
            return Density.of(model, members, whole, SECTION_BUCKETS);
        }
        BitSet members = new BitSet();
        for (int i = 0; i < section.size(); i++) {
            members.set(goroutine(section, i));
        }
        DensitySum sum = new DensitySum(whole, SECTION_BUCKETS);
        SpanCursor span = model.allSpans();
        while (span.next()) {
            if (members.get(span.goroutine())) {
                sum.add(span.state(), span.kind(), span.start(), span.end());
            }
        }
        return sum.finish();
    }

    private static int goroutine(Section section, int i) {
        return section.row(i) instanceof Thing.Goroutine g ? g.goroutine() : 0;
    }
}

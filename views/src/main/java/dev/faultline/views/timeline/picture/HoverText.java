package dev.faultline.views.timeline.picture;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.Spans;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.FineStates;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.Units;
import dev.faultline.model.words.Waker;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.density.Counters;
import dev.faultline.views.timeline.density.Densities;
import dev.faultline.views.timeline.density.Density;
import dev.faultline.views.timeline.density.Series;
import dev.faultline.views.timeline.lane.Mix;
import dev.faultline.views.timeline.lane.WaitWords;
import dev.faultline.views.timeline.picture.TimelinePicture.Hit;
import dev.faultline.views.timeline.row.Blocked;
import dev.faultline.views.timeline.row.Counter;
import dev.faultline.views.timeline.row.OutlineBuilder;
import dev.faultline.views.timeline.row.Section;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The facts about what is under the pointer, as short lines; the first is the title.
public final class HoverText {
    private final TraceModel model;
    private final Goroutines goroutines;
    private final Moments moments;
    private final WaitWords words;
    private final FineStates states;
    private final Densities densities;
    private final Counters counters;

    public HoverText(TraceModel model, Densities densities, Counters counters) {
        this.counters = counters;
        this.model = model;
        this.densities = densities;
        goroutines = model.goroutines();
        moments = Moments.of(model.trace());
        words = new WaitWords(model);
        states = new FineStates(model);
    }

    /// Lines for a hit; empty when there is nothing to say.
    public List<String> of(Hit hit, Hatches hatches) {
        List<String> lines = new ArrayList<>(switch (hit.line().row()) {
            case Thing.Goroutine g -> goroutine(g.goroutine(), hit);
            case Thing.Processor p -> processor(p.proc(), hit);
            case Thing.UserTask t -> task(t.task());
            case Thing.Pauses _ -> range(hit);
            case Thing.Thread t -> stretch("M" + model.trace().threads().id(t.thread()),
                    model.threadSpans(t.thread()), hit);
            case Thing.Graph g -> graph(g.counter(), hit);
            case Thing.Below b -> StrandWords.of(model, b, hit);
            case Thing.Path p -> PathWords.of(model, p, hit);
            case Thing.StateArea _ -> states(hit);
            case Thing.Heading h -> section(h.section());
            case Thing.More m -> List.of(Units.count(m.hidden(), "row") + " more", "click to show them");
        });
        for (Hatch hatch : hatches.of(hit.line().row())) {
            hatch(hatch, hit, lines);
        }
        for (Hatch hatch : hatches.everywhere()) {
            hatch(hatch, hit, lines);
        }
        return lines;
    }

    private static void hatch(Hatch hatch, Hit hit, List<String> lines) {
        if (hit.ns() >= hatch.fromNs() && hit.ns() <= hatch.toNs()) {
            lines.add(hatch.label() + ", " + Units.duration(hatch.toNs() - hatch.fromNs()));
        }
    }

    private List<String> goroutine(int g, Hit hit) {
        String who = Names.goroutineWithFunction(model, g);
        if (hit.drawn() == null) {
            return List.of(who, life(g), "blocked " + Units.duration(Blocked.ns(goroutines, g)) + ", running "
                    + Units.duration(goroutines.runningNs(g)));
        }
        if (hit.drawn().bars().mixed(hit.piece())) {
            return ColumnWords.of(who, hit, "not existing");
        }
        Spans spans = model.spans(g);
        int i = hit.interval();
        List<String> lines = new ArrayList<>();
        lines.add(words(spans, i) + " for " + (spans.beginRow(i) < 0 ? "more than " : "")
                + Units.duration(spans.end(i) - spans.start(i)));
        lines.add(who);
        lines.add(moments.fromTo(spans.start(i), spans.end(i)));
        if (spans.state(i) == GoState.WAITING) {
            lines.add(Waker.ofWait(model, spans, i).line(model));
        }
        return lines;
    }

    /// Of a wait where it waits, of others why.
    private String words(Spans spans, int i) {
        return spans.state(i) == GoState.WAITING || spans.state(i) == GoState.RUNNING
                ? words.of(spans, i)
                : states.of(spans, i).label();
    }

    private List<String> processor(int p, Hit hit) {
        return stretch(Names.proc(p), model.procSpans(p), hit);
    }

    /// What a P or a thread did.
    private List<String> stretch(String who, ProcSpans spans, Hit hit) {
        if (hit.drawn() == null) {
            return hit.named() ? List.of(who) : List.of(who + " idle", "at " + moments.at(hit.ns()));
        }
        if (hit.drawn().bars().mixed(hit.piece())) {
            return ColumnWords.of(who, hit, "idle");
        }
        int i = hit.interval();
        int g = spans.goroutine(i);
        return List.of(spans.state(i).label() + " for " + Units.duration(spans.end(i) - spans.start(i)),
                who + ", " + (g < 0 ? "the scheduler" : Names.goroutineWithFunction(model, g)),
                moments.fromTo(spans.start(i), spans.end(i)));
    }

    private List<String> graph(Counter counter, Hit hit) {
        Series series = counters.of(counter);
        return series == null || hit.named()
                ? List.of(counter.label())
                : List.of(series.at(hit.px().fromNs(), Math.max(hit.px().fromNs() + 1.0, hit.px().toNs())),
                        counter.label(), "at " + moments.at(hit.ns()));
    }

    private List<String> task(Task task) {
        List<String> lines = new ArrayList<>();
        lines.add("Task " + Names.task(task));
        lines.add(Names.taskTime(task)
                + (task.began() || task.endedBefore() ? "" : ", started " + moments.before()));
        if (!task.endedBefore()) {
            lines.add(moments.fromTo(task.startNs(), task.endNs()));
        }
        lines.add(Units.count(task.goroutines().size(), "goroutine") + ", "
                + Units.count(task.regions().size(), "region"));
        return lines;
    }

    private List<String> range(Hit hit) {
        if (hit.drawn() == null) {
            return List.of("GC · STW", OutlineBuilder.pauses(model));
        }
        boolean pause = hit.drawn() == hit.line().lanes().getLast();
        int count = hit.drawn().bars().count(hit.piece());
        if (count > 1) {
            return List.of(Units.count(count, pause ? "pause" : "GC cycle") + ", zoom in to see them");
        }
        Range r = model.ranges(pause ? Range.Kind.STW : Range.Kind.GC_MARK).get(hit.interval());
        String what = pause ? "stop-the-world: " + r.reason() : "GC mark phase" + (r.a() > 0 ? " #" + r.a() : "");
        return List.of(what, Units.duration(r.durationNs()), moments.fromTo(r.startNs(), r.endNs()));
    }

    private List<String> states(Hit hit) {
        if (hit.named()) {
            return List.of("Goroutines by state");
        }
        Density density = densities.program(new TimeRange(hit.ns(), hit.ns() + 1), 1);
        List<String> lines = new ArrayList<>();
        lines.add("at " + moments.at(hit.ns()));
        if (density != null && hit.ns() >= 0) {
            double[] counts = new double[Mix.slots()];
            Arrays.fill(counts, 0);
            density.add(hit.ns(), hit.ns() + 1, counts);
            for (int slot = 0; slot < counts.length; slot++) {
                if (counts[slot] >= 0.05) {
                    lines.add(Mix.role(slot).label() + " " + Units.number(counts[slot]));
                }
            }
        }
        return lines;
    }

    private List<String> section(Section section) {
        List<String> lines = new ArrayList<>(List.of(section.title()));
        String created = section.group() == null ? "" : Places.creation(model, section.group());
        if (!created.isEmpty()) {
            lines.add("created at " + created);
        }
        if (!section.detail().isEmpty()) {
            lines.add(section.group() == null ? section.detail() : section.detail() + " blocked");
        }
        return lines;
    }

    private String life(int g) {
        String begin = goroutines.bornBefore(g) ? moments.before() : moments.at(goroutines.bornNs(g));
        String end = goroutines.ended(g) ? moments.at(goroutines.endNs(g)) : moments.end();
        return "lifetime: from " + begin + " to " + end;
    }

}

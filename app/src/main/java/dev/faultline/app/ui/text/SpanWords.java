package dev.faultline.app.ui.text;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.FineState;
import dev.faultline.model.analysis.code.FineStates;
import dev.faultline.model.analysis.measure.Survival;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.States;
import dev.faultline.model.words.Units;
import dev.faultline.model.words.Waker;
import dev.faultline.trace.event.EventStore;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Goroutine;
import dev.faultline.views.timeline.row.WakeLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/// Details of a goroutine: of its whole life and of one span.
final class SpanWords {
    private static final int NAMED = 5;

    private final Facts analysis;
    private final BooleanSupplier analyzed;
    private final TraceModel model;
    private final Lookup lookup;
    private final FineStates states;
    private final EventStore events;

    SpanWords(Facts facts, Lookup lookup, BooleanSupplier analyzed) {
        analysis = facts;
        this.analyzed = analyzed;
        model = facts.model();
        this.lookup = lookup;
        states = new FineStates(model);
        events = model.trace().events();
    }

    Details span(int goroutine, int span) {
        Spans spans = model.spans(goroutine);
        GoState state = spans.state(span);
        WaitKind wait = spans.wait(span);
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("From", (spans.beginRow(span) < 0
                ? moments().before()
                : moments().at(spans.start(span), spans.end(span) - spans.start(span)))
                + (spans.endRow(span) < 0
                        ? " to " + moments().end()
                        : " to " + moments().at(spans.end(span), spans.end(span) - spans.start(span)))));
        FineState fine = states.of(spans, span);
        if (state != GoState.RUNNING && !fine.label().equals(States.label(state, wait))) {
            facts.add(Fact.plain("State", fine.label()));
        }
        function(goroutine, facts);
        work(goroutine, spans.start(span), facts);
        switch (state) {
            case WAITING -> {
                known(spans.stack(span), facts);
                wokenBy(spans, span, facts);
            }
            case RUNNABLE -> readyBy(spans, span, facts);
            case RUNNING -> {
                processor(spans, span, facts);
                deeds(new Goroutine(goroutine, span), facts);
            }
            default -> {
                // no other goroutine is involved
            }
        }
        createdBy(goroutine, facts);
        if (state == GoState.WAITING) {
            comparedWithOthers(spans, span, facts);
        }
        return new Details(Names.goroutine(model, goroutine) + " " + States.verb(state, wait),
                Units.duration(spans.end(span) - spans.start(span)), Role.of(state, wait), facts,
                stacks(goroutine, spans, span));
    }

    Details wholeLife(int goroutine) {
        Goroutines all = model.goroutines();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("Lifetime", (all.bornBefore(goroutine)
                ? "from " + moments().before()
                : "from " + moments().at(all.bornNs(goroutine), all.lifeNs(goroutine)))
                + (all.ended(goroutine)
                        ? " to " + moments().at(all.endNs(goroutine), all.lifeNs(goroutine))
                        : ", still alive at " + moments().end())));
        function(goroutine, facts);
        facts.add(Fact.plain("Running", Units.duration(all.runningNs(goroutine))));
        facts.add(Fact.plain("Runnable", Units.duration(all.runnableNs(goroutine)) + " waiting for a P"));
        if (all.syscallNs(goroutine) > 0) {
            facts.add(Fact.plain("Syscalls", Units.duration(all.syscallNs(goroutine))));
        }
        facts.add(Fact.plain("Waiting", waits(goroutine)));
        createdBy(goroutine, facts);
        return new Details(Names.goroutine(model, goroutine),
                Units.duration(all.endNs(goroutine) - all.bornNs(goroutine)), Role.DIM, facts,
                stacks("Creation stack", all.creationStack(goroutine)));
    }

    List<NamedStack> stacks(String title, int stack) {
        return stack <= 0 ? List.of() : List.of(new NamedStack(title, model.trace().stacks().frames(stack)));
    }

    private String waits(int goroutine) {
        var parts = new ArrayList<String>();
        for (WaitKind kind : WaitKind.values()) {
            long ns = model.goroutines().waitingNs(goroutine, kind);
            if (ns > 0) {
                parts.add(kind.label() + " " + Units.duration(ns));
            }
        }
        return parts.isEmpty() ? "never" : String.join(", ", parts);
    }

    private void function(int goroutine, List<Fact> facts) {
        String name = model.goroutines().name(goroutine);
        var group = model.groups().get(model.goroutines().group(goroutine));
        int others = group.members().size() - 1;
        String text = (name.isEmpty() ? "unknown function" : GoNames.withoutPath(name))
                + (others > 0 ? ", one of " + Units.count(others + 1L) : "");
        facts.add(Fact.linked("Runs", text, new Thing.Group(group)));
    }

    private void work(int goroutine, long ns, List<Fact> facts) {
        var region = lookup.regionAt(goroutine, ns);
        if (region != null) {
            facts.add(Fact.linked("Region", region.name(), new Thing.UserRegion(region)));
        }
        var task = lookup.taskAt(goroutine, ns);
        if (task != null) {
            String end = task.endedBefore()
                    ? " (" + Names.taskTime(task) + ")"
                    : task.ended()
                            ? " (ended " + Units.duration(task.durationNs()) + " after it started)"
                            : " (not ended)";
            facts.add(Fact.linked("Task", Names.task(task) + end, new Thing.UserTask(task)));
        }
        Run run = analyzed.getAsBoolean() ? analysis.runs().at(goroutine, ns) : null;
        if (run != null && run.inferred()) {
            facts.add(Fact.linked("Works on", run.kind().label() + " " + GoNames.withoutPath(run.name())
                    + " (inferred), " + Units.duration(run.durationNs()) + (run.ended() ? "" : ", not ended"),
                    new Thing.InferredRun(run)));
        }
    }

    /// What a well-known library does there.
    private void known(int stack, List<Fact> facts) {
        KnownFrame known = analysis.knownPlaces().of(stack);
        if (known != null) {
            facts.add(Fact.plain("Meaning", known.words()));
        }
    }

    private void wokenBy(Spans spans, int span, List<Fact> facts) {
        facts.add(waker("Woken by", Waker.ofWait(model, spans, span)));
    }

    /// How the wait compares with the finished ones at the same place of the code.
    private void comparedWithOthers(Spans spans, int span, List<Fact> list) {
        SiteWait others = analyzed.getAsBoolean()
                ? analysis.timing().waitsAt(analysis.waitSites().of(spans.stack(span)))
                : null;
        if (others != null && others.times().count() > 1) {
            Survival usual = others.survival();
            long ns = spans.end(span) - spans.start(span);
            list.add(Fact.plain("Compared", "≥ " + Units.share(1 - usual.longerThan(ns)) + " of the "
                    + Units.count(usual.ended() + usual.unended()) + " waits at this site"
                    + (usual.unended() > 0
                            ? ", " + Units.count(usual.unended()) + " of which are not complete in the trace"
                            : "")));
            OptionalLong median = usual.quantile(0.5);
            list.add(Fact.plain("Median wait", median.isPresent()
                    ? Units.duration(median.getAsLong(), usual.exact())
                    : "unknown: most have not ended"));
        }
    }

    private void readyBy(Spans spans, int span, List<Fact> facts) {
        Waker waker = Waker.ofRunnable(model, spans, span);
        switch (waker.cause()) {
            case CREATION, PREEMPTION, SYSCALL -> facts.add(waker("Runnable since", waker));
            case MISSING, BEFORE_TRACE -> {
                // nothing is known
            }
            default -> facts.add(waker("Woken by", waker));
        }
    }

    /// Whom it woke and created while it ran, the first of them with links.
    private void deeds(Goroutine of, List<Fact> facts) {
        List<WakeLinks.Deed> deeds = new WakeLinks(model).deeds(of);
        for (boolean created : new boolean[]{false, true}) {
            List<WakeLinks.Deed> some = deeds.stream().filter(deed -> deed.created() == created).toList();
            String label = created ? "Created" : "Woke";
            some.stream().limit(NAMED).forEach(deed -> facts.add(goroutineAt(label, deed.other(), deed.ns())));
            if (some.size() > NAMED) {
                facts.add(Fact.plain(label, "and " + Units.count(some.size() - NAMED) + " more, see the arrows"));
            }
        }
    }

    private void processor(Spans spans, int span, List<Fact> facts) {
        int row = spans.beginRow(span);
        if (row >= 0 && events.proc(row) >= 0) {
            facts.add(Fact.linked("On", Names.proc(events.proc(row)), new Thing.Processor(events.proc(row), -1)));
        }
    }

    private Fact waker(String label, Waker waker) {
        return waker.goroutine() < 0
                ? Fact.plain(label, waker.text(model))
                : goroutineAt(label, waker.goroutine(), waker.atNs());
    }

    private void createdBy(int goroutine, List<Fact> facts) {
        int creator = model.goroutines().creator(goroutine);
        if (creator >= 0) {
            facts.add(goroutineAt("Created by", creator, model.goroutines().bornNs(goroutine)));
        } else {
            facts.add(Fact.plain("Created by",
                    model.goroutines().bornBefore(goroutine) ? "unknown: " + moments().before() : "the runtime"));
        }
    }

    private Fact goroutineAt(String label, int goroutine, long ns) {
        return Fact.linked(label, Names.goroutineWithFunction(model, goroutine) + " →",
                new Goroutine(goroutine, model.spans(goroutine).at(ns)));
    }

    private List<NamedStack> stacks(int goroutine, Spans spans, int span) {
        var list = new ArrayList<NamedStack>();
        switch (spans.state(span)) {
            case WAITING -> list.addAll(stacks("Stack where it blocked", spans.stack(span)));
            case SYSCALL -> list.addAll(stacks("Stack of the syscall", spans.stack(span)));
            case RUNNING -> list.addAll(stacks("Stack when it stopped running", stackOfRow(spans.endRow(span))));
            default -> list.addAll(stacks("Stack where it stopped", spans.stack(span)));
        }
        if (spans.state(span) == GoState.WAITING) {
            list.addAll(stacks("Waker stack", stackOfRow(spans.endRow(span))));
        }
        list.addAll(stacks("Creation stack",
                model.goroutines().creationStack(goroutine)));
        return list;
    }

    private int stackOfRow(int row) {
        return row < 0 ? 0 : events.stack(row);
    }

    private Moments moments() {
        return Moments.of(model.trace());
    }
}

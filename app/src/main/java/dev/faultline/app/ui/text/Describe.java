package dev.faultline.app.ui.text;

import dev.faultline.model.GoState;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.LogText;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.States;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.format.EventType;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Goroutine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Describes the selected thing.
public final class Describe {
    private static final int NAMED = 3;

    private final TraceModel model;
    private final SpanWords spans;
    private final UserWords user;
    private final SeveralWords severals;

    /// @param analyzed whether the facts that take long have been worked out; before, they are left out
    public Describe(Facts facts, Lookup lookup, BooleanSupplier analyzed) {
        model = facts.model();
        spans = new SpanWords(facts, lookup, analyzed);
        user = new UserWords(facts, lookup);
        severals = new SeveralWords(model);
    }

    /// What is known of it, empty for nothing.
    public Optional<Details> of(Thing thing) {
        return Optional.ofNullable(switch (thing) {
            case Goroutine(int goroutine, int span) -> span < 0
                    ? spans.wholeLife(goroutine)
                    : spans.span(goroutine, span);
            case Thing.Processor(int proc, int span) ->
                span < 0 ? wholeLane(Names.proc(proc), model.procSpans(proc)) : procSpan(proc, span);
            case Thing.Thread(int thread, int span) -> span < 0
                    ? wholeLane(threadName(thread), model.threadSpans(thread))
                    : threadSpan(thread, span);
            case Thing.RuntimeRange(Range range) -> range(range);
            case Thing.UserTask(var task, _) -> user.task(task);
            case Thing.UserRegion(var region) -> user.region(region);
            case Thing.InferredRun(var run) -> user.inferred(run);
            case Thing.Group(GoroutineGroup group) -> group(group);
            case Thing.Moment moment -> moment(moment);
            case Thing.Call call -> call(call);
            case Thing.Several several -> severals.of(several);
            case Thing.Graph _,Thing.Below _,Thing.Path _,Thing.Pauses _,Thing.StateArea _,Thing.Heading _,Thing.More _,Thing.None _ ->
                null;
        });
    }

    private String threadName(int thread) {
        return "M" + model.trace().threads().id(thread);
    }

    /// What a thread ran for a while, and with which P.
    private Details threadSpan(int thread, int span) {
        ProcSpans lane = model.threadSpans(thread);
        int goroutine = lane.goroutine(span);
        long from = lane.start(span);
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("From", moments().at(from, lane.end(span) - from)));
        facts.add(Fact.plain("To", moments().at(lane.end(span), lane.end(span) - from)));
        if (goroutine >= 0) {
            facts.add(Fact.linked("Goroutine", Names.goroutineWithFunction(model, goroutine),
                    new Goroutine(goroutine, model.spans(goroutine).at(from))));
        }
        for (int p = 0; p < model.procCount(); p++) {
            ProcSpans proc = model.procSpans(p);
            int i = proc.firstEndingAfter(from);
            if (i < proc.size() && proc.start(i) <= from && proc.goroutine(i) == goroutine) {
                facts.add(Fact.linked("With", Names.proc(p), new Thing.Processor(p, i)));
                break;
            }
        }
        return new Details(threadName(thread) + " " + States.verb(lane.state(span), WaitKind.NONE)
                + (goroutine < 0 ? "" : " " + Names.goroutine(model, goroutine)),
                Units.duration(lane.end(span) - from), Role.of(lane.state(span), WaitKind.NONE), facts, List.of());
    }

    private Details wholeLane(String name, ProcSpans lane) {
        long busy = 0;
        Map<String, Long> parts = new LinkedHashMap<>();
        for (int i = 0; i < lane.size(); i++) {
            long ns = lane.end(i) - lane.start(i);
            busy += ns;
            int g = lane.goroutine(i);
            parts.merge(lane.state(i) == GoState.SYSCALL
                    ? "system calls"
                    : g < 0
                            ? "the scheduler"
                            : model.goroutines().system(g)
                                    ? "goroutines of the runtime, such as GC workers,"
                                    : "goroutines of the program",
                    ns, Long::sum);
        }
        String share = parts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(part -> part.getKey() + " " + Units.duration(part.getValue())).collect(Collectors.joining(", "));
        var facts = List.of(Fact.plain("Busy", Units.duration(busy) + " of " + Units.duration(model.durationNs())),
                Fact.plain("Of that", share.isEmpty() ? "nothing" : share),
                Fact.plain("Ran goroutines", Units.count(lane.size(), "time")));
        double all = model.durationNs() == 0 ? 0 : (double) busy / model.durationNs();
        return new Details(name, Units.share(all) + " busy", Role.RUNNING, facts, List.of());
    }

    private Details procSpan(int proc, int span) {
        ProcSpans lane = model.procSpans(proc);
        int goroutine = lane.goroutine(span);
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("From", moments().at(lane.start(span), lane.end(span) - lane.start(span))));
        facts.add(Fact.plain("To", moments().at(lane.end(span), lane.end(span) - lane.start(span))));
        String what = "in the scheduler";
        if (goroutine >= 0) {
            what = States.verb(lane.state(span), WaitKind.NONE) + " " + Names.goroutine(model, goroutine);
            int at = model.spans(goroutine).at(lane.start(span));
            facts.add(Fact.linked("Goroutine", Names.goroutineWithFunction(model, goroutine),
                    new Goroutine(goroutine, at)));
        }
        return new Details(Names.proc(proc) + " " + what, Units.duration(lane.end(span) - lane.start(span)),
                Role.of(lane.state(span), WaitKind.NONE), facts, List.of());
    }

    private Details range(Range range) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("From",
                range.openStart() ? moments().before() : moments().at(range.startNs(), range.durationNs())));
        facts.add(Fact.plain("To",
                range.openEnd() ? "after " + moments().end() : moments().at(range.endNs(), range.durationNs())));
        if (range.goroutine() >= 0) {
            int at = model.spans(range.goroutine()).at(range.startNs());
            facts.add(Fact.linked("By", Names.goroutineWithFunction(model, range.goroutine()),
                    new Goroutine(range.goroutine(), at)));
        }
        if (range.proc() >= 0) {
            facts.add(Fact.linked("On", Names.proc(range.proc()), new Thing.Processor(range.proc(), -1)));
        }
        String title = switch (range.kind()) {
            case GC_MARK -> "GC cycle " + range.a() + ", mark phase";
            case GC_SWEEP -> "Sweep";
            case MARK_ASSIST -> "Mark assist";
            case STW -> "Stop-the-world pause: " + (range.reason().isEmpty() ? "reason unknown" : range.reason());
        };
        if (range.kind() == Range.Kind.GC_SWEEP) {
            facts.add(Fact.plain("Swept", Units.bytes(range.a()) + ", reclaimed " + Units.bytes(range.b())));
        }
        return new Details(title, Units.duration(range.durationNs()), role(range), facts,
                spans.stacks("Stack at its start", range.stack()));
    }

    private Details moment(Thing.Moment moment) {
        var events = model.trace().events();
        boolean log = events.type(moment.event()) == EventType.USER_LOG;
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("At", moments().at(events.time(moment.event()), 0)));
        if (moment.goroutine() >= 0) {
            facts.add(Fact.linked("Goroutine", Names.goroutineWithFunction(model, moment.goroutine()), new Goroutine(
                    moment.goroutine(), model.spans(moment.goroutine()).at(events.time(moment.event())))));
        }
        if (log) {
            facts.add(Fact.plain("Says", LogText.of(model.trace(), moment.event())));
        }
        return new Details(log ? "Log message" : "CPU sample", "", log ? Role.TASK : Role.RUNNING, facts,
                spans.stacks("Stack", events.stack(moment.event())));
    }

    private Details call(Thing.Call call) {
        Frame frame = model.trace().stacks().frame(call.frame());
        var facts = List.of(
                Fact.plain("From", moments().fromTo(call.fromNs(), call.toNs()).substring("from ".length())),
                Fact.plain("Place", Places.path(frame)),
                Fact.linked("Goroutine", Names.goroutineWithFunction(model, call.goroutine()),
                        new Goroutine(call.goroutine(), model.spans(call.goroutine()).at(call.fromNs()))));
        return new Details("Call of " + GoNames.withoutPath(Places.function(frame)),
                Units.duration(call.toNs() - call.fromNs()), Role.OWN_FRAME, facts, List.of());
    }

    private static Role role(Range range) {
        return switch (range.kind()) {
            case GC_MARK, GC_SWEEP -> Role.GC;
            case MARK_ASSIST -> Role.ASSIST;
            case STW -> Role.STW;
        };
    }

    private Details group(GoroutineGroup group) {
        var goroutines = model.goroutines();
        long running = 0;
        int alive = 0;
        for (int g : group.members()) {
            running += goroutines.runningNs(g);
            alive += goroutines.ended(g) ? 0 : 1;
        }
        var facts = new ArrayList<Fact>();
        String created = Places.creation(model, group);
        facts.add(Fact.plain("Created at",
                created.isEmpty() ? "unknown: " + moments().before() : created));
        facts.add(Fact.plain("Alive", alive == 0
                ? "none at " + moments().end()
                : Units.count(alive) + " at " + moments().end()));
        facts.add(Fact.plain("Running", Units.duration(running) + " in total"));
        for (int i = 0; i < Math.min(NAMED, group.members().size()); i++) {
            int g = group.members().getInt(i);
            facts.add(Fact.linked(i == 0 ? "Examples" : "", Names.goroutine(model, g), new Goroutine(g, -1)));
        }
        return new Details(GoNames.withoutPath(group.name()), Units.count(group.members().size(), "goroutine"),
                Role.DIM, facts, spans.stacks("Creation stack", group.creationStack()));
    }

    private Moments moments() {
        return Moments.of(model.trace());
    }
}

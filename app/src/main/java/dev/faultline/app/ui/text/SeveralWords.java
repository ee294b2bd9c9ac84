package dev.faultline.app.ui.text;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.words.LogText;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.States;
import dev.faultline.model.words.Units;
import dev.faultline.trace.format.EventType;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/// Details of neighbouring spans that are too short to be told apart on screen: what they are together, and the longest of
/// them, each with a link.
final class SeveralWords {
    private static final int LONGEST = 8;

    private final TraceModel model;

    SeveralWords(TraceModel model) {
        this.model = model;
    }

    private record Timed(int number, long ns) {}

    Details of(Thing.Several several) {
        Map<String, Long> byState = new LinkedHashMap<>();
        Map<String, Role> roles = new LinkedHashMap<>();
        var longest = new PriorityQueue<>(Comparator.comparingLong(Timed::ns));
        for (int i = 0; i < several.count(); i++) {
            Thing one = several.get(model, i);
            TimeRange time = Objects.requireNonNull(one.time(model));
            String state = state(one);
            byState.merge(state, time.durationNs(), Long::sum);
            roles.putIfAbsent(state, role(one));
            longest.add(new Timed(i, time.durationNs()));
            if (longest.size() > LONGEST) {
                longest.poll();
            }
        }
        TimeRange all = Objects.requireNonNull(several.time(model));
        var facts = new ArrayList<Fact>();
        facts.add(Fact.plain("From", moments().at(all.fromNs(), all.durationNs()) + " to "
                + moments().at(all.toNs(), all.durationNs())));
        List<Map.Entry<String, Long>> sums = byState.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()).toList();
        facts.add(Fact.plain("Together", sums.stream().map(e -> e.getKey() + " " + Units.duration(e.getValue()))
                .collect(Collectors.joining(", "))));
        facts.add(Fact.linked("Zoom", "show them one by one", several));
        String label = several.count() > LONGEST ? "Longest" : "Spans";
        for (Timed timed : longest.stream().sorted(Comparator.comparingLong(Timed::ns).reversed()).toList()) {
            Thing one = several.get(model, timed.number());
            TimeRange time = Objects.requireNonNull(one.time(model));
            facts.add(Fact.linked(label, state(one) + " " + Units.duration(timed.ns()) + " from "
                    + moments().at(time.fromNs(), time.durationNs()), one));
            label = "";
        }
        Role most = sums.isEmpty() ? Role.DIM : roles.getOrDefault(sums.getFirst().getKey(), Role.DIM);
        return new Details(Units.count(several.count(), noun(several)) + " of " + name(several.of()),
                Units.duration(all.durationNs()), most, facts, List.of());
    }

    private static String noun(Thing.Several several) {
        return several.of() instanceof Thing.Pauses ? several.front() ? "pause" : "GC cycle" : "span";
    }

    private String name(Thing.Row row) {
        return switch (row) {
            case Thing.Goroutine g -> Names.goroutineWithFunction(model, g.goroutine());
            case Thing.Processor p -> Names.proc(p.proc());
            case Thing.Below b -> name(b.of());
            case Thing.Thread t -> "M" + model.trace().threads().id(t.thread());
            default -> "the runtime";
        };
    }

    private String state(Thing one) {
        return switch (one) {
            case Thing.Goroutine g -> States.label(model.spans(g.goroutine()).state(g.span()),
                    model.spans(g.goroutine()).wait(g.span()));
            case Thing.Processor p -> model.procSpans(p.proc()).state(p.span()).label();
            case Thing.RuntimeRange r -> r.range().reason().isEmpty() ? "GC" : r.range().reason();
            case Thing.Thread t -> model.threadSpans(t.thread()).state(t.span()).label();
            case Thing.UserRegion r -> r.region().name();
            case Thing.Call c -> Places.function(model.trace().stacks().frame(c.frame()));
            case Thing.Moment m -> model.trace().events().type(m.event()) == EventType.USER_LOG
                    ? LogText.of(model.trace(), m.event())
                    : "CPU sample";
            default -> "other";
        };
    }

    private Role role(Thing one) {
        return switch (one) {
            case Thing.Goroutine g -> Role.of(model.spans(g.goroutine()).state(g.span()),
                    model.spans(g.goroutine()).wait(g.span()));
            case Thing.Processor p -> Role.of(model.procSpans(p.proc()).state(p.span()),
                    WaitKind.NONE);
            default -> Role.GC;
        };
    }

    private Moments moments() {
        return Moments.of(model.trace());
    }
}

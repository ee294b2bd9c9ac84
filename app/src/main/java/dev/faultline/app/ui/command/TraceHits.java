package dev.faultline.app.ui.command;

import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TableJump;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.model.Range;
import dev.faultline.model.Regions;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.format.EventType;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds in a trace what has no name of its own: times, places in the source, events, log messages, regions, pauses, tables.
final class TraceHits {
    private static final int PER_KIND = 8;
    private static final String MOMENT = "(\\d+(?:\\.\\d+)?)\\s*(ns|us|\u00b5s|ms|s|min)";
    private static final Pattern TIMES = Pattern.compile(MOMENT + "(?:\\s*(?:-|\u2013|to|\\.\\.)\\s*" + MOMENT + ")?");
    private static final Pattern PLACE = Pattern.compile("[^\\s:]+\\.(?:go|s|c|h):?(\\d*)");
    /// What is shown around a single moment, as a share of the trace.
    private static final double AROUND = 0.01;

    private final Session session;
    private final TraceModel model;
    private final String words;

    /// @param words what is looked for, in lower case
    TraceHits(Session session, String words) {
        this.session = session;
        model = session.model();
        this.words = words;
    }

    /// What is quickly found, in the order in which it is listed.
    List<Hit> quick() {
        List<Hit> hits = new ArrayList<>();
        times(hits);
        tables(hits);
        events(hits);
        return hits;
    }

    /// What takes a look at much of the trace.
    List<Hit> thorough() {
        List<Hit> hits = new ArrayList<>();
        places(hits);
        regions(hits);
        logs(hits);
        pauses(hits);
        return hits;
    }

    private void times(List<Hit> hits) {
        Matcher times = TIMES.matcher(words);
        if (!times.matches()) {
            return;
        }
        Moments moments = Moments.of(session.trace());
        long from = ns(times.group(1), times.group(2)) - moments.originNs();
        boolean range = times.group(3) != null;
        long to = range ? ns(times.group(3), times.group(4)) - moments.originNs() : from;
        TimeRange whole = session.viewport().whole();
        if (Math.max(from, to) < whole.fromNs() || Math.min(from, to) > whole.toNs()) {
            return;
        }
        TimeRange shown = range
                ? TimeRange.between(from, to)
                : new TimeRange(from, from).padded(0).zoomed(Math.max(1, whole.durationNs() * AROUND / 2), from);
        hits.add(new Hit("time", range ? moments.fromTo(shown.fromNs(), shown.toNs()) : moments.at(from),
                range ? Units.duration(shown.durationNs()) : "show it",
                () -> session.jump(new Jump.ToRange(shown))));
    }

    private static long ns(String number, String unit) {
        return Math.round(Double.parseDouble(number) * switch (unit) {
            case "ns" -> 1;
            case "us", "\u00b5s" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            default -> 60e9;
        });
    }

    private void tables(List<Hit> hits) {
        Tables.all().stream().filter(table -> Search.matches("table " + table, words))
                .forEach(table -> hits.add(new Hit("table", table, "", () -> session.jump(new TableJump(table, "")))));
    }

    private void events(List<Hit> hits) {
        var names = new TreeSet<String>();
        Stream.of(EventType.values()).map(EventType::goName).filter(name -> Search.matches(name, words))
                .forEach(names::add);
        names.stream().limit(PER_KIND).forEach(name -> hits.add(new Hit("events", name, "list them",
                () -> session.jump(new TableJump(Tables.EVENTS, "event:" + name)))));
        more("events", names.size(), hits, new TableJump(Tables.EVENTS, "event:*" + words.replace(" ", "*") + "*"));
    }

    /// Lines of source files in any stack.
    private void places(List<Hit> hits) {
        if (!PLACE.matcher(words).matches()) {
            return;
        }
        Stacks stacks = session.trace().stacks();
        var found = new LinkedHashMap<String, String>();
        for (int i = 0; i < stacks.frameCount(); i++) {
            Frame frame = stacks.frame(i);
            String file = frame.file().substring(frame.file().lastIndexOf('/') + 1);
            String place = file + ":" + frame.line();
            if (place.toLowerCase(Locale.ROOT).startsWith(words)
                    || (frame.file() + ":" + frame.line()).toLowerCase(Locale.ROOT).endsWith(words)) {
                found.putIfAbsent(place, frame.function());
            }
        }
        found.entrySet().stream().limit(PER_KIND).forEach(at -> hits.add(new Hit("code", at.getKey(), at.getValue(),
                () -> session.jump(new Jump.ToFilter(at.getKey())))));
        more("places", found.size(), hits, new TableJump(Tables.STACKS, "file:" + words + "*"));
    }

    private void regions(List<Hit> hits) {
        Regions regions = model.regions();
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int r = 0; r < regions.size(); r++) {
            counts.merge(regions.nameId(r), 1, Integer::sum);
        }
        List<Hit> found = new ArrayList<>();
        counts.forEach((id, count) -> {
            String name = session.trace().strings().get(id);
            if (Search.matches(name, words)) {
                found.add(new Hit("regions", name, Units.count(count, "region"),
                        () -> session.jump(new TableJump(Tables.REGIONS, "region:\"" + name + "\""))));
            }
        });
        hits.addAll(found.subList(0, Math.min(PER_KIND, found.size())));
        more("regions", found.size(), hits,
                new TableJump(Tables.REGIONS, "region:\"*" + words.replace(" ", "*") + "*\""));
    }

    private void logs(List<Hit> hits) {
        EventStore events = session.trace().events();
        int found = 0;
        for (int row : model.logRows()) {
            String text = session.trace().strings().get((int) events.c(row));
            String category = session.trace().strings().get((int) events.b(row));
            if (Search.matches(category + " " + text, words) && ++found <= PER_KIND) {
                int goroutine = events.goroutine(row);
                long ns = events.time(row);
                hits.add(new Hit("log", category.isEmpty() ? text : category + ": " + text,
                        (goroutine < 0 ? "" : Names.goroutine(model, goroutine) + " ") + "at "
                                + Moments.of(session.trace()).at(ns),
                        () -> log(goroutine, ns)));
            }
        }
        more("log messages", found, hits, new TableJump(Tables.EVENTS, "event:UserLog \"" + words + "\""));
    }

    private void log(int goroutine, long ns) {
        if (goroutine < 0) {
            session.jump(new Jump.ToRange(new TimeRange(ns, ns + 1).zoomed(1e6, ns)));
        } else {
            new Question<Thing>(session, "span of a log message").ask(
                    () -> new Thing.Goroutine(goroutine, model.spans(goroutine).at(ns)),
                    span -> session.jump(new Jump.ToThing(span)));
        }
    }

    private void pauses(List<Hit> hits) {
        List<Range> fits = model.ranges(Range.Kind.STW).stream()
                .filter(pause -> Search.matches("pause stop-the-world " + pause.reason(), words))
                .sorted(Comparator.comparingLong(Range::durationNs).reversed()).toList();
        fits.stream().limit(PER_KIND).forEach(pause -> hits.add(new Hit("pause", pause.reason(),
                Units.duration(pause.durationNs()) + " at " + Moments.of(session.trace()).at(pause.startNs()),
                () -> session.jump(new Jump.ToThing(new Thing.RuntimeRange(pause))))));
        more("pauses", fits.size(), hits, new TableJump(Tables.PAUSES, ""));
    }

    /// Leads to all of what is found where not all is listed.
    private void more(String what, int found, List<Hit> hits, TableJump all) {
        if (found > PER_KIND) {
            hits.add(new Hit("more", "all " + Units.count(found) + " " + what + " with \u201c" + words + "\u201d",
                    all.table(), () -> session.jump(all)));
        }
    }
}

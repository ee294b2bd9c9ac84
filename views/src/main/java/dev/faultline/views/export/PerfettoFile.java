package dev.faultline.views.export;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Metric;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.format.EventType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a file for Perfetto: tracks of Ps and threads with what ran on them, of GC and pauses, of goroutine groups with the lives of
/// their goroutines, of tasks by name; arrows from wake-ups to the run that follows; counters. Times are nanoseconds since
/// the trace's first event.
public final class PerfettoFile {
    private static final int COUNT = 1;
    private static final int BYTES = 3;

    private final TraceModel model;
    private final Goroutines goroutines;
    private final PerfettoPackets out;
    private long[] tracksOfProcs = {};

    private PerfettoFile(TraceModel model, OutputStream out) throws IOException {
        this.model = model;
        goroutines = model.goroutines();
        this.out = new PerfettoPackets(out);
    }

    public static void write(TraceModel model, OutputStream out) throws IOException {
        PerfettoFile file = new PerfettoFile(model, out);
        file.counters();
        file.ranges();
        file.procs();
        file.threads();
        file.tasks();
        file.groups();
        file.wakeUps();
        file.out.flush();
    }

    private void counters() throws IOException {
        long parent = out.track("Counters", 0);
        for (Metric metric : model.metrics()) {
            long track = out.counter(metric.name(), parent, metric.name().endsWith(":bytes") ? BYTES : COUNT);
            for (int i = 0; i < metric.values().length; i++) {
                out.value(track, metric.timesNs()[i], metric.values()[i]);
            }
        }
    }

    private void ranges() throws IOException {
        long parent = out.track("GC and pauses", 0);
        for (Range.Kind kind : Range.Kind.values()) {
            List<Range> ranges = model.ranges(kind);
            LanedTracks lanes = new LanedTracks(title(kind), parent);
            for (Range range : ranges) {
                String name = range.reason().isEmpty() ? title(kind) : range.reason();
                lanes.slice(name, range.startNs(), range.endNs());
            }
        }
    }

    private static String title(Range.Kind kind) {
        return switch (kind) {
            case GC_MARK -> "GC mark phase";
            case GC_SWEEP -> "GC sweep";
            case MARK_ASSIST -> "GC mark assist";
            case STW -> "stop-the-world";
        };
    }

    private void procs() throws IOException {
        long parent = out.track("Ps", 0);
        tracksOfProcs = new long[model.procCount()];
        for (int p = 0; p < tracksOfProcs.length; p++) {
            tracksOfProcs[p] = out.track("P" + p, parent);
            spans(tracksOfProcs[p], model.procSpans(p));
        }
    }

    private void threads() throws IOException {
        long parent = out.track("Threads", 0);
        for (int m = 0; m < model.trace().threads().size(); m++) {
            spans(out.track("M" + model.trace().threads().id(m), parent), model.threadSpans(m));
        }
    }

    private void spans(long track, ProcSpans spans) throws IOException {
        for (int i = 0; i < spans.size(); i++) {
            int g = spans.goroutine(i);
            if (g >= 0) {
                out.slice(track, name(g) + " (" + spans.state(i).label().toLowerCase(Locale.ROOT) + ")",
                        spans.start(i), spans.end(i));
            }
        }
    }

    private String name(int g) {
        return "G" + goroutines.id(g) + " " + goroutines.name(g);
    }

    private void tasks() throws IOException {
        long parent = out.track("Tasks", 0);
        Tasks tasks = model.tasks();
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            byName.computeIfAbsent(model.trace().strings().get(tasks.nameId(i)), n -> new ArrayList<>()).add(i);
        }
        for (Map.Entry<String, List<Integer>> kind : byName.entrySet()) {
            LanedTracks lanes = new LanedTracks(kind.getKey().isEmpty() ? "(unknown)" : kind.getKey(), parent);
            kind.getValue().sort(Comparator.comparingLong(tasks::startNs));
            for (int i : kind.getValue()) {
                lanes.slice(kind.getKey() + " #" + tasks.id(i), tasks.startNs(i), tasks.endNs(i));
            }
        }
    }

    private void groups() throws IOException {
        long parent = out.track("Goroutines", 0);
        for (GoroutineGroup group : model.groups()) {
            LanedTracks lanes = new LanedTracks(group.name(), parent);
            int[] members = group.members().intStream().filter(goroutines::mentioned).boxed()
                    .sorted(Comparator.comparingLong(goroutines::bornNs)).mapToInt(Integer::intValue).toArray();
            for (int g : members) {
                lanes.slice("G" + goroutines.id(g), goroutines.bornNs(g), goroutines.endNs(g));
            }
        }
    }

    /// From who woke a goroutine to where it ran next, as far as both were on a P.
    private void wakeUps() throws IOException {
        EventStore events = model.trace().events();
        long[] waking = new long[goroutines.count()];
        EventCursor e = events.cursor(0, events.size());
        while (e.next()) {
            if (e.proc() >= 0 && e.typeId() == EventType.GO_UNBLOCK.id()) {
                waking[e.subject()] = e.row() + 1L;
                out.flowBegins(tracksOfProcs[e.proc()], "wakes G" + goroutines.id(e.subject()), e.time(), e.row() + 1L);
            } else if (e.proc() >= 0 && e.typeId() == EventType.GO_START.id() && waking[e.subject()] != 0) {
                out.flowEnds(tracksOfProcs[e.proc()], "G" + goroutines.id(e.subject()) + " runs", e.time(),
                        waking[e.subject()]);
                waking[e.subject()] = 0;
            }
        }
    }

    /// Slices that may overlap, on tracks below one of theirs.
    private final class LanedTracks {
        private final String name;
        private final long track;
        private final Lanes lanes = new Lanes();
        private final List<Long> below = new ArrayList<>();

        LanedTracks(String name, long parent) throws IOException {
            this.name = name;
            track = out.track(name, parent);
        }

        void slice(String title, long startNs, long endNs) throws IOException {
            int lane = lanes.place(startNs, endNs);
            while (below.size() <= lane) {
                below.add(lane == 0 ? track : out.track(name, track));
            }
            out.slice(below.get(lane), title, startNs, endNs);
        }
    }
}

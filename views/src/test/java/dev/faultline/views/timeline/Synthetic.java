package dev.faultline.views.timeline;

import dev.faultline.model.GoState;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Metric;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.Regions;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.SpanWindow;
import dev.faultline.model.Spans;
import dev.faultline.model.Task;
import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.trace.store.TraceStore;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/// A model made by hand, for layouts that no real trace has at hand: each goroutine is a list of spans.
public final class Synthetic {
    private record Span(long start, long end, GoState state, WaitKind kind) {}

    private final List<List<Span>> goroutines = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();
    private final List<Metric> metrics = new ArrayList<>();
    private final long duration;
    private String name = "synthetic";

    public Synthetic(long durationNs) {
        duration = durationNs;
    }

    /// A goroutine that alternates between running and waiting: `times` are the span ends, from `from` on.
    public Synthetic goroutine(String name, WaitKind wait, long from, long... times) {
        List<Span> spans = new ArrayList<>();
        long start = from;
        boolean running = true;
        for (long end : times) {
            spans.add(new Span(start, end, running ? GoState.RUNNING : GoState.WAITING,
                    running ? WaitKind.NONE : wait));
            start = end;
            running = !running;
        }
        goroutines.add(spans);
        names.add(name);
        return this;
    }

    public Synthetic task(long id, String name, long from, long to) {
        tasks.add(new Task(id, name, 0, from, to, true, true, 0, 0, IntArrayList.of(), IntArrayList.of(),
                IntArrayList.of()));
        return this;
    }

    public Synthetic pause(String reason, long from, long to) {
        ranges.add(new Range(Range.Kind.STW, reason, from, to, false, false, -1, -1, 0, -1, 0, 0));
        return this;
    }

    public Synthetic named(String traceName) {
        name = traceName;
        return this;
    }

    public Synthetic metric(String metric, long[] times, long... values) {
        metrics.add(new Metric(metric, times, values));
        return this;
    }

    public TraceModel build() {
        List<GoroutineGroup> groups = new ArrayList<>();
        for (String name : names.stream().distinct().toList()) {
            IntArrayList members = new IntArrayList();
            for (int g = 0; g < names.size(); g++) {
                if (names.get(g).equals(name)) {
                    members.add(g);
                }
            }
            groups.add(new GoroutineGroup(groups.size(), name, "", 0, false, members));
        }
        Goroutines all = proxy(Goroutines.class, (_, method, args) -> {
            int g = args == null || !(args[0] instanceof Integer i) ? 0 : i;
            return switch (method.getName()) {
                case "count" -> goroutines.size();
                case "id" -> g + 1L;
                case "indexOf" ->
                    (int) (long) (Long) args[0] <= goroutines.size() ? (int) (long) (Long) args[0] - 1 : -1;
                case "name" -> names.get(g);
                case "system", "bornBefore" -> false;
                case "bornNs", "firstRunNs" -> goroutines.get(g).getFirst().start;
                case "endNs" -> goroutines.get(g).getLast().end;
                case "ended" -> goroutines.get(g).getLast().end < duration;
                case "creator", "creationRow" -> -1;
                case "nameId" -> names.indexOf(names.get(g)) + 1;
                case "creationStack" -> 0;
                case "group" -> groups.stream().filter(x -> x.members().contains(g)).findFirst().orElseThrow().index();
                case "runningNs" -> sum(g, GoState.RUNNING, WaitKind.NONE);
                case "waitingNs" -> sum(g, GoState.WAITING, (WaitKind) args[1]);
                case "runnableNs", "syscallNs" -> 0L;
                default -> refuse(method.getName());
            };
        });
        Trace trace = trace();
        return proxy(TraceModel.class, (_, method, args) -> switch (method.getName()) {
            case "trace" -> trace;
            case "durationNs" -> duration;
            case "owners" -> KnownFrames.owners(trace.stacks());
            case "goroutines" -> all;
            case "spans" -> spans((int) args[0], goroutines.get((int) args[0]));
            case "spansBetween" -> window();
            case "allSpans" -> allSpans();
            case "groups" -> groups;
            case "procCount" -> 1;
            case "procSpans" -> procSpans(goroutines.getFirst());
            case "ranges" -> args == null ? ranges : ranges.stream().filter(r -> r.kind() == args[0]).toList();
            case "tasks" -> new Listed(tasks);
            case "regions" -> proxy(Regions.class, (_, called, _) -> switch (called.getName()) {
                case "size" -> 0;
                case "isEmpty" -> true;
                case "iterator" -> Collections.emptyIterator();
                default -> refuse(called.getName());
            });
            case "metrics" -> metrics;
            case "cpuSampleRows" -> new int[0];
            default -> refuse(method.getName());
        });
    }

    private static final class Listed extends AbstractList<Task> implements Tasks {
        private final List<Task> tasks;

        Listed(List<Task> tasks) {
            this.tasks = tasks;
        }

        @Override
        public Task get(int i) {
            return tasks.get(i);
        }

        @Override
        public int size() {
            return tasks.size();
        }

        @Override
        public int nameId(int i) {
            throw new UnsupportedOperationException("nameId");
        }

        @Override
        public String name(int i) {
            return tasks.get(i).name();
        }

        @Override
        public long id(int i) {
            return tasks.get(i).id();
        }

        @Override
        public long parent(int i) {
            return tasks.get(i).parent();
        }

        @Override
        public boolean began(int i) {
            return tasks.get(i).began();
        }

        @Override
        public boolean ended(int i) {
            return tasks.get(i).ended();
        }

        @Override
        public long startNs(int i) {
            return tasks.get(i).startNs();
        }

        @Override
        public long endNs(int i) {
            return tasks.get(i).endNs();
        }

        @Override
        public int creator(int i) {
            return tasks.get(i).creator();
        }

        @Override
        public int beginStack(int i) {
            return tasks.get(i).beginStack();
        }

        @Override
        public int indexOfId(long id) {
            return tasks.stream().map(Task::id).toList().lastIndexOf(id);
        }
    }

    private long sum(int g, GoState state, WaitKind wait) {
        return goroutines.get(g)
                .stream()
                .filter(s -> s.state == state && s.kind == wait)
                .mapToLong(s -> s.end - s.start)
                .sum();
    }

    private Trace trace() {
        Strings strings = new Strings();
        return new Trace(name, "go 1.26 trace", 26, 0, duration, new EventStore(), strings,
                new Stacks(strings), new Ids(), new Ids(), List.of(),
                new ReadReport(true, "", List.of(), List.of(), 0, 0), TraceStore.ofMade());
    }

    private SpanWindow window() {
        return proxy(SpanWindow.class, (_, _, args) -> spans((int) args[0], goroutines.get((int) args[0])));
    }

    private static Spans spans(int g, List<Span> list) {
        return proxy(Spans.class, (_, method, args) -> {
            boolean byNumber = args != null && args[0] instanceof Integer && args.length == 1;
            Span s = byNumber ? list.get((int) args[0]) : null;
            return switch (method.getName()) {
                case "firstEndingAfter" -> firstEndingAfter(list, (long) args[0]);
                case "goroutine" -> g;
                case "size" -> list.size();
                case "start" -> s.start;
                case "end" -> s.end;
                case "state" -> s.state;
                case "wait" -> s.kind;
                case "reason", "stack" -> 0;
                case "beginRow" -> (int) args[0] - 1;
                case "endRow" -> -1;
                case "at" -> at(list, (long) args[0]);
                default -> refuse(method.getName());
            };
        });
    }

    private static int firstEndingAfter(List<Span> list, long ns) {
        int i = 0;
        while (i < list.size() && list.get(i).end <= ns) {
            i++;
        }
        return i;
    }

    private SpanCursor allSpans() {
        Iterator<Integer> goroutine = IntStream.range(0, goroutines.size())
                .flatMap(g -> IntStream.generate(() -> g).limit(goroutines.get(g).size())).iterator();
        Iterator<Span> all = goroutines.stream().flatMap(List::stream).iterator();
        Span[] at = new Span[1];
        int[] of = new int[1];
        return proxy(SpanCursor.class, (_, method, _) -> switch (method.getName()) {
            case "next" -> {
                boolean more = all.hasNext();
                if (more) {
                    at[0] = all.next();
                    of[0] = goroutine.next();
                }
                yield more;
            }
            case "goroutine" -> of[0];
            case "state" -> at[0].state;
            case "kind" -> at[0].kind;
            case "stack" -> 0;
            case "start" -> at[0].start;
            case "end" -> at[0].end;
            case "open" -> at[0].end >= duration;
            default -> refuse(method.getName());
        });
    }

    private static ProcSpans procSpans(List<Span> of) {
        List<Span> list = of.stream().filter(s -> s.state == GoState.RUNNING).toList();
        return proxy(ProcSpans.class, (_, method, args) -> {
            Span s = args == null || method.getName().equals("firstEndingAfter") ? null : list.get((int) args[0]);
            return switch (method.getName()) {
                case "proc", "goroutine" -> 0;
                case "size" -> list.size();
                case "start" -> s.start;
                case "end" -> s.end;
                case "state" -> s.state;
                case "firstEndingAfter" -> (int) list.stream().filter(x -> x.end <= (long) args[0]).count();
                default -> refuse(method.getName());
            };
        });
    }

    private static int at(List<Span> list, long ns) {
        for (int i = 0; i < list.size(); i++) {
            if (ns >= list.get(i).start && ns < list.get(i).end) {
                return i;
            }
        }
        return -1;
    }

    private static Object refuse(String method) {
        throw new UnsupportedOperationException(method);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }
}

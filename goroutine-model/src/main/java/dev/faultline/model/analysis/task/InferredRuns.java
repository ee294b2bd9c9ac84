package dev.faultline.model.analysis.task;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.task.RequestFrames.Serving;
import dev.faultline.model.analysis.task.Run.Kind;
import dev.faultline.model.analysis.task.Runs.Workers;
import dev.faultline.trace.store.TraceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Requests, tests and items of work, told from the stacks of the goroutines that libraries start to serve them, and from
/// the waits of workers. A request over HTTP/1, or to one of a fixed number of gRPC workers, lasts from the end of the wait
/// for it to the next such wait; any other request, and a test, lasts as long as its goroutine, but one that runs in parallel begins
/// when its turn has come; an item from one wait for work
/// to the next.
public final class InferredRuns {
    /// Of very busy programs only so many spans are looked at, and so many runs are kept.
    private static final int MOST_SPANS = 2_000_000;
    private static final int MOST_RUNS = 100_000;
    private static final String PART = "inferred-runs";
    /// Goroutines of which each serves one gRPC stream after the other.
    private static final List<String> WORKERS = List.of("google.golang.org/grpc.(*Server).serverWorker",
            "google.golang.org/grpc.(*Server).initServerWorkers.");
    private static final String CONNECTION = "net/http.(*conn).serve";

    private final TraceModel model;
    private final WaitSites sites;
    private final RequestFrames frames;
    private final ServingPass serving;
    private final List<Workers> workers;
    private final List<Run> runs = new ArrayList<>();
    private long spansSeen;

    /// @param serving has listened to the replay of the whole trace
    /// @param workers those whose items are to be told apart
    public InferredRuns(TraceModel model, WaitSites sites, ServingPass serving, List<Workers> workers) {
        this.model = model;
        this.sites = sites;
        this.serving = serving;
        this.workers = workers;
        frames = new RequestFrames(model.trace().stacks(), model.owners());
    }

    /// Those that the index of a trace keeps, or else what is found now.
    public static List<Run> kept(TraceStore store, Supplier<List<Run>> find) {
        return store.part(PART, new RunsCodec(), find);
    }

    /// All of them, each goroutine's in the order of time.
    public List<Run> all() {
        Goroutines goroutines = model.goroutines();
        for (int g = 0; g < goroutines.count() && more(); g++) {
            String entry = goroutines.name(g);
            if (ServingPass.serves(entry)) {
                boolean several = entry.equals(CONNECTION) || WORKERS.stream().anyMatch(entry::startsWith);
                Walk walk = new Walk(g, several ? Kind.REQUEST : null, -1, null);
                ServingPass.Noted noted = serving.rows(g, goroutines.changes(g));
                if (noted == null || noted.whole()) {
                    walk.over(noted == null ? model.spans(g) : model.spans(g, noted.list()));
                } else {
                    walk.overLatest(model.spans(g, noted.list()));
                }
            }
        }
        for (Workers some : workers) {
            for (int g : some.workers()) {
                if (more()) {
                    new Walk(g, Kind.ITEM, some.idleSite(), some.name()).over(model.spans(g));
                }
            }
        }
        return runs;
    }

    private boolean more() {
        return spansSeen < MOST_SPANS && runs.size() < MOST_RUNS;
    }

    /// One way through the spans of a goroutine.
    private final class Walk {
        private final int goroutine;
        /// What it does one after the other; null when all of its life is one run.
        private final @Nullable Kind parts;
        private final int idleSite;
        /// The name of all its runs, null when their stacks tell.
        private final @Nullable String fixedName;
        private final boolean worker;
        private final boolean test;
        private @Nullable String name;
        private int handOvers;
        private long from;
        private boolean began;
        private boolean waited;

        Walk(int goroutine, @Nullable Kind parts, int idleSite, @Nullable String fixedName) {
            this.goroutine = goroutine;
            this.parts = parts;
            this.idleSite = idleSite;
            this.fixedName = fixedName;
            String entry = model.goroutines().name(goroutine);
            worker = !entry.equals(CONNECTION);
            test = entry.startsWith("testing.");
            from = model.goroutines().bornNs(goroutine);
            began = !model.goroutines().bornBefore(goroutine);
        }

        void over(Spans spans) {
            boolean idle = false;
            for (int s = 0; s < spans.size(); s++) {
                int stack = spans.stack(s);
                if (parts != null && idle(spans, s, stack)) {
                    if (!idle && s > 0) {
                        end(spans.start(s), true);
                    }
                    idle = true;
                    waited = true;
                    from = spans.end(s);
                    began = true;
                    name = null;
                    handOvers = 0;
                } else {
                    idle = false;
                    look(stack);
                    if (test && stack != 0 && frames.waitsForItsTurn(stack)) {
                        from = spans.end(s);
                        began = true;
                    }
                }
            }
            spansSeen += spans.size();
            // a worker that never waits for work shows no items
            if (!idle && spans.size() > 0 && (waited || parts != Kind.ITEM)) {
                Goroutines goroutines = model.goroutines();
                end(goroutines.endNs(goroutine), goroutines.ended(goroutine));
            }
        }

        /// Where the first spans are missing.
        void overLatest(Spans spans) {
            from = spans.start(0);
            began = false;
            over(spans);
        }

        private boolean idle(Spans spans, int s, int stack) {
            if (spans.state(s) != GoState.WAITING) {
                return false;
            }
            if (parts == Kind.ITEM) {
                return sites.of(stack) == idleSite;
            }
            WaitKind kind = spans.wait(s);
            return switch (kind) {
                case NETWORK -> stack != 0 && frames.at(stack).handOvers() == 0;
                case CHAN_RECEIVE -> worker && stack != 0 && !frames.at(stack).within();
                default -> false;
            };
        }

        /// The innermost handler that any of its stacks shows names it.
        private void look(int stack) {
            if (fixedName == null && stack != 0) {
                Serving serving = frames.at(stack);
                if (serving.handOvers() > handOvers) {
                    name = serving.function();
                    handOvers = serving.handOvers();
                }
            }
        }

        private void end(long to, boolean ended) {
            String called = fixedName != null ? fixedName : name;
            if (called != null && to > from) {
                Kind kind = parts == Kind.ITEM ? Kind.ITEM : test ? Kind.TEST : Kind.REQUEST;
                runs.add(new Run(kind, called, goroutine, from, to, began, ended, 0));
            }
        }
    }
}

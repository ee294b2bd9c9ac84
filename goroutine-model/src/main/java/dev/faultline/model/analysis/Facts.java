package dev.faultline.model.analysis;

import com.google.common.base.Suppliers;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.model.analysis.code.KnownPlaces;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.gc.Assists;
import dev.faultline.model.analysis.gc.GcCpu;
import dev.faultline.model.analysis.gc.GcCycles;
import dev.faultline.model.analysis.gc.Restarts;
import dev.faultline.model.analysis.life.Families;
import dev.faultline.model.analysis.life.ProgramTime;
import dev.faultline.model.analysis.stuck.StuckFinder;
import dev.faultline.model.analysis.stuck.StuckInput;
import dev.faultline.model.analysis.stuck.StuckWaits;
import dev.faultline.model.analysis.task.Fractures;
import dev.faultline.model.analysis.task.InferredRuns;
import dev.faultline.model.analysis.task.RegionMismatches;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.task.Runs;
import dev.faultline.model.analysis.task.TaskContexts;
import dev.faultline.model.analysis.task.TestNames;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.StateLevels;
import dev.faultline.model.analysis.timing.StateLevelsCodec;
import dev.faultline.model.analysis.timing.Timing;
import dev.faultline.model.analysis.wait.Activations;
import dev.faultline.model.analysis.wait.Contacts;
import dev.faultline.model.analysis.wait.OpenWaits;
import dev.faultline.model.analysis.wait.Pool;
import dev.faultline.model.analysis.wait.PoolFinder;
import dev.faultline.model.analysis.wait.Repeats;
import dev.faultline.model.known.KnownFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The model and everything derived from it that more than one rule or view asks for, computed once and on demand. Safe
/// for several threads.
public final class Facts {
    private final TraceModel model;
    private final Supplier<KnownTime> knownTime;
    private final Supplier<ProgramTime> programTime;
    private final Supplier<Code> code;
    private final Supplier<KnownPlaces> knownPlaces;
    private final Supplier<WaitSites> waitSites;
    private final Supplier<AnalysisPass> pass;
    private final Supplier<OpenWaits> openWaits;
    private final Supplier<TaskContexts> taskContexts;
    private final Supplier<Fractures> fractures;
    private final Supplier<RegionMismatches> regionMismatches;
    private final Supplier<Contacts> contacts;
    private final Supplier<Families> families;
    private final Supplier<Activations> activations;
    private final Supplier<Repeats> repeats;
    private final Supplier<StuckWaits> stuckWaits;
    private final Supplier<GcCycles> gcCycles;
    private final Supplier<GcCpu> gcCpu;
    private final Supplier<Assists> assists;
    private final Supplier<StateLevels> stateLevels;
    private final Supplier<List<Pool>> pools;
    private final Supplier<Runs> runs;
    private final Supplier<TestNames> tests;

    /// Whatever asks for all events replays them when it is first needed.
    public Facts(TraceModel model) {
        this(model, null, null);
    }

    /// @param early what was told of all events while the trace was read, null for nothing
    /// @param levels what was counted then, null for nothing
    Facts(TraceModel model, @Nullable AnalysisPass early, @Nullable StateLevels levels) {
        this.model = model;
        knownTime = Suppliers.memoize(() -> KnownTime.of(model.trace()));
        programTime = Suppliers.memoize(() -> ProgramTime.of(model.goroutines()));
        code = Suppliers.memoize(() -> early != null ? early.code() : new Code(model.trace().stacks()));
        knownPlaces = Suppliers.memoize(() -> new KnownPlaces(model.trace().stacks(), code()));
        waitSites = Suppliers
                .memoize(() -> early != null ? early.sites() : new WaitSites(model.trace().stacks(), code()));
        pass = Suppliers.memoize(() -> early != null ? early : AnalysisPass.over(model, waitSites(), code()));
        openWaits = Suppliers.memoize(() -> new OpenWaits(model, waitSites(), timing()));
        taskContexts = Suppliers.memoize(() -> new TaskContexts(model));
        fractures = Suppliers.memoize(() -> new Fractures(model, taskContexts()));
        regionMismatches = Suppliers.memoize(() -> new RegionMismatches(model));
        contacts = Suppliers.memoize(() -> new Contacts(pass.get().life(), model.goroutines(), openWaits()));
        families = Suppliers.memoize(() -> new Families(model, code()));
        activations = Suppliers
                .memoize(() -> new Activations(model.goroutines(), model.trace().stacks(), code(), contacts()));
        repeats = Suppliers.memoize(() -> new Repeats(model, openWaits()));
        stuckWaits = Suppliers.memoize(() -> new StuckFinder(input()).find());
        pools = Suppliers.memoize(() -> new PoolFinder(model, timing(), openWaits(), waitSites()).all().stream()
                .filter(pool -> isOfWork(pool.idleSite()) && isOfWork(pool.handOver())).toList());
        runs = Suppliers.memoize(() -> new Runs(model, InferredRuns.kept(model.trace().store(), this::inferRuns)));
        tests = Suppliers.memoize(() -> new TestNames(model, runs));
        assists = Suppliers.memoize(() -> new Assists(model));
        gcCpu = Suppliers.memoize(() -> new GcCpu(model, timing().workerRuns()));
        gcCycles = Suppliers.memoize(() -> new GcCycles(model, code(), timing().workerRuns()));
        stateLevels = Suppliers.memoize(() -> model.trace().store().part("levels", StateLevelsCodec.INSTANCE,
                () -> levels != null ? levels : StateLevels.of(model)));
    }

    public TraceModel model() {
        return model;
    }

    /// The time of which the trace tells.
    public KnownTime knownTime() {
        return knownTime.get();
    }

    /// Where the time of the program's goroutines went.
    public ProgramTime programTime() {
        return programTime.get();
    }

    /// Makes what most rules ask for and what needs no [#timing], so that one thread does this while another replays.
    public void prepare() {
        model.groups();
    }

    /// Whose code a frame is.
    public Code code() {
        return code.get();
    }

    /// What waits in well-known libraries mean.
    public KnownPlaces knownPlaces() {
        return knownPlaces.get();
    }

    /// Places where goroutines wait.
    public WaitSites waitSites() {
        return waitSites.get();
    }

    /// Queue times, waits, system calls and silences.
    public Timing timing() {
        return pass.get().timing();
    }

    /// Waits that are not over at the end of the trace.
    public OpenWaits openWaits() {
        return openWaits.get();
    }

    /// What the living ancestors of waiting goroutines did.
    public Contacts contacts() {
        return contacts.get();
    }

    /// Who created whom.
    public Families families() {
        return families.get();
    }

    /// What became of the calls that created goroutines.
    public Activations activations() {
        return activations.get();
    }

    private StuckInput input() {
        return new StuckInput(model, timing(), openWaits(), code(), knownPlaces(), families(), activations(),
                contacts(), repeats.get());
    }

    /// Open waits that nothing can end any more.
    public StuckWaits stuckWaits() {
        return stuckWaits.get();
    }

    /// Which goroutine works for which task.
    public TaskContexts taskContexts() {
        return taskContexts.get();
    }

    /// Where the context of a task was not passed on.
    public Fractures fractures() {
        return fractures.get();
    }

    /// Regions whose start and end do not fit together.
    public RegionMismatches regionMismatches() {
        return regionMismatches.get();
    }

    /// Times at which the world was started again.
    public Restarts restarts() {
        return pass.get().life().restarts();
    }

    /// The mark assists of each goroutine.
    public Assists assists() {
        return assists.get();
    }

    /// The garbage collections.
    public GcCycles gcCycles() {
        return gcCycles.get();
    }

    /// What share of the Ps the collector took.
    public GcCpu gcCpu() {
        return gcCpu.get();
    }

    /// How many goroutines were in each state over the whole trace; kept in its index.
    public StateLevels stateLevels() {
        return stateLevels.get();
    }

    /// Small fixed groups of workers, and who hands them work.
    public List<Pool> pools() {
        return pools.get();
    }

    /// Whether goroutines may wait at a site for work, or to hand it over: a library's connections, and who waits for an answer
    /// of a peer, are no pool.
    private boolean isOfWork(int site) {
        KnownFrame known = knownPlaces().of(waitSites().stack(site));
        return known == null || known.meaning() == KnownFrame.Meaning.POOL_IDLE;
    }

    private long waits(Pool pool) {
        SiteWait waits = timing().waitsAt(pool.idleSite());
        return waits == null ? 0 : waits.wakes().total();
    }

    private List<Run> inferRuns() {
        // workers wait at several places: most often for work
        Map<Integer, Pool> byGroup = new LinkedHashMap<>();
        pools().forEach(pool -> byGroup.merge(pool.group(), pool, (a, b) -> waits(b) > waits(a) ? b : a));
        List<Runs.Workers> workers = byGroup.values().stream().map(pool -> {
            GoroutineGroup group = model.groups().get(pool.group());
            return new Runs.Workers(group.members(), pool.idleSite(), group.name());
        }).toList();
        return new InferredRuns(model, waitSites(), pass.get().serving(), workers).all();
    }

    /// What goroutines worked on: tasks, requests, tests, workers' items.
    public Runs runs() {
        return runs.get();
    }

    /// The tests that goroutines and stacks belong to.
    public TestNames tests() {
        return tests.get();
    }
}

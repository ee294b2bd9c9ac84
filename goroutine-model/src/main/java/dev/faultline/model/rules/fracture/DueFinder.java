package dev.faultline.model.rules.fracture;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.timing.Silences.Run;
import dev.faultline.model.analysis.timing.Silences.Silence;
import dev.faultline.model.analysis.timing.Silences.TimerWait;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.rules.fracture.Due.Kind;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tells a process that stood still from one that had nothing to do, or computed.
final class DueFinder {
    /// Go release from which on goroutines are preempted wherever they are, of those that a trace tells apart.
    private static final int PREEMPTS_SINCE = 19;
    /// A goroutine is preempted after so long, with room for a busy machine.
    private static final long PREEMPTED_NS = 30_000_000;
    /// Before this the tracer itself may still be at work, starting the trace.
    private static final long STARTED_NS = 1_000_000;
    /// Timers at a site are alike when none of them takes longer than twice the median and this.
    private static final long JITTER_NS = 5_000_000;
    /// Of so many timers at a site one may be late, or their length varies.
    private static final int REGULAR = 20;
    /// Timers of the same goroutine just before that must have been alike.
    private static final int BEFORE = 5;
    /// The tracer's own goroutine wakes up so often (Go since 1.19, runtime/tracecpu.go).
    private static final long TRACER_NS = 100_000_000;
    /// A busy program is silent for less than this share of the time.
    private static final double QUIET = 0.1;
    private static final String TRACER = "runtime.traceStartReadCPU";

    private final Facts facts;
    private final List<Silence> all;
    private final double silentNs;
    private final double times;
    private final double samples;

    /// @param silentNs shorter ones are no stops
    /// @param times a timer is overdue after so many times its usual wait
    /// @param samples so many waits tell what is usual
    DueFinder(Facts facts, double silentNs, double times, double samples) {
        this.facts = facts;
        all = facts.timing().silences().all();
        this.silentNs = silentNs;
        this.times = times;
        this.samples = samples;
    }

    /// What was due in a silence, empty where nothing is known to have been.
    Optional<Due> of(Silence silence) {
        // where the world is stopped one goroutine lets all others wait, which is no fault of the machine's
        if (silence.stopped() || silence.fromNs() < STARTED_NS) {
            return Optional.empty();
        }
        if (silence.idleProcs() > 0 && !silence.runnable().isEmpty()) {
            return Optional.of(new Due(Kind.RUNNABLE, silence.runnable(), 0, 0));
        }
        IntList running = unpreempted(silence);
        if (!running.isEmpty()) {
            return Optional.of(new Due(Kind.PREEMPTION, running, 0, 0));
        }
        if (silence.idleProcs() == 0) {
            return Optional.empty();
        }
        Optional<Due> timer = silence.timers().stream().filter(t -> overdue(silence, t)).findFirst().map(this::timer);
        return timer.isPresent() ? timer : tracer(silence);
    }

    /// The tracer's own timer ends every silence of an idle program. That it is late matters to a busy one.
    private Optional<Due> tracer(Silence silence) {
        Goroutines goroutines = facts.model().goroutines();
        long otherwise = facts.model().durationNs() - silence.durationNs();
        long others = all.stream().filter(s -> s != silence && s.durationNs() < TRACER_NS + silentNs)
                .mapToLong(Silence::durationNs).sum();
        return silence.durationNs() < TRACER_NS + silentNs || others > otherwise * QUIET
                ? Optional.empty()
                : IntStream.range(0, goroutines.count()).filter(g -> goroutines.name(g).startsWith(TRACER)
                        && goroutines.bornNs(g) <= silence.fromNs() && goroutines.endNs(g) > silence.fromNs())
                        .mapToObj(g -> new Due(Kind.TRACER, IntList.of(g), 0, TRACER_NS)).findFirst();
    }

    /// Goroutines that the runtime would have preempted. A collection may keep it from doing so; and where goroutines run on
    /// at other times, they cannot be preempted, or the machine is too busy for that.
    private IntList unpreempted(Silence silence) {
        IntList running = new IntArrayList();
        if (facts.model().trace().minor() >= PREEMPTS_SINCE && !silence.collecting()
                && facts.timing().silences().unpreempted() == 0) {
            for (Run run : silence.running()) {
                if (silence.fromNs() - run.sinceNs() < PREEMPTED_NS) {
                    running.add(run.goroutine());
                }
            }
        }
        return running;
    }

    private Due timer(TimerWait timer) {
        return new Due(Kind.TIMER, IntList.of(timer.stretch().goroutine()), timer.stretch().stack(),
                usual(timer).map(Histogram::median).orElse(0L));
    }

    private Optional<Histogram> usual(TimerWait timer) {
        return Optional.ofNullable(facts.timing().waitsAt(timer.site())).map(SiteWait::timers);
    }

    /// Whether a timer fired only afterwards that usually fires much sooner: timers at its site are alike, but for those that
    /// silences kept back.
    private boolean overdue(Silence silence, TimerWait timer) {
        Histogram usual = usual(timer).orElseThrow();
        if (usual.count() < samples) {
            return false;
        }
        double alike = 2.0 * usual.median() + JITTER_NS;
        long waited = timer.stretch().durationNs();
        long keptBack = all.stream().flatMap(s -> s.timers().stream())
                .filter(t -> t.site() == timer.site() && 2 * t.stretch().durationNs() >= waited).count();
        boolean regular = usual.between(waited / 2.0, Double.MAX_VALUE) <= keptBack
                && usual.between(alike, Double.MAX_VALUE) * REGULAR <= usual.count()
                && regularBefore(timer, alike);
        double dueNs = timer.stretch().fromNs() + alike;
        return regular && waited >= Math.max(alike, times * usual.median())
                && silence.toNs() - Math.max(dueNs, silence.fromNs()) >= silentNs;
    }

    /// Whether the same goroutine's last timers at the site were alike.
    private boolean regularBefore(TimerWait timer, double alike) {
        WakeLog wakes = Objects.requireNonNull(facts.timing().waitsAt(timer.site())).wakes();
        int before = 0;
        for (int i = wakes.size() - 1; i >= 0 && before < BEFORE; i--) {
            if (wakes.target(i) == timer.stretch().goroutine() && wakes.endNs(i) <= timer.stretch().fromNs()) {
                if (wakes.durationNs(i) > alike) {
                    return false;
                }
                before += wakes.waker(i) == WakeLog.RUNTIME ? 1 : 0;
            }
        }
        return before == BEFORE;
    }
}

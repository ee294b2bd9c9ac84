package dev.faultline.app.cli.verb;

import dev.faultline.model.TraceModel;
import dev.faultline.model.cut.TraceCut;
import dev.faultline.model.words.Moments;
import dev.faultline.trace.Trace;
import dev.faultline.trace.progress.Progress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options `--from` and `--to`: which stretch of the trace a verb is about.
public final class StretchOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--from", paramLabel = "T", converter = Moment.Converter.class, description = "only what happened from this time on, such as 1.5s, 20ms or 123456 (nanoseconds)")
    private @Nullable Moment from;

    @Option(names = "--to", paramLabel = "T", converter = Moment.Converter.class, description = "only what happened up to this time")
    private @Nullable Moment to;

    /// Whether the user asked for less than the whole trace.
    public boolean given() {
        return from != null || to != null;
    }

    /// Refuses a stretch that is empty in every trace.
    ///
    /// @throws ParameterException when it is
    public void check() {
        if (fromNs() >= toNs()) {
            throw wrong("--to must be later than --from");
        }
    }

    /// The stretch as a trace of its own, to be closed before the whole one.
    ///
    /// @throws ParameterException when the trace ends before it
    public Trace cut(TraceModel whole, Progress progress) {
        if (fromNs() >= whole.durationNs()) {
            throw wrong("--from is " + Moments.WHOLE.at(fromNs()) + ", but the trace ends at "
                    + Moments.WHOLE.at(whole.durationNs()));
        }
        return TraceCut.of(whole, fromNs(), toNs(), progress);
    }

    /// Where it begins, nanoseconds since the first event; 0 for the trace's begin.
    public long fromNs() {
        return from == null ? 0 : from.ns();
    }

    /// Where it ends; the largest number for the trace's end.
    public long toNs() {
        return to == null ? Long.MAX_VALUE : to.ns();
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
